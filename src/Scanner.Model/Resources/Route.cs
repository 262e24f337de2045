namespace Scanner.Model;

/// <summary>One route.</summary>
/// <param name="Destination">The destination block; null where it is a prefix list.</param>
/// <param name="PrefixList">The destination prefix list; null where it is a block.</param>
/// <param name="Target">The id of the target: <c>local</c>, <c>igw-…</c>, <c>nat-…</c>, <c>pcx-…</c>, <c>eni-…</c> …</param>
/// <param name="TargetKind">What the target is.</param>
/// <param name="IsActive">False for a black hole.</param>
public sealed record Route(Cidr? Destination, string? PrefixList, string Target, RouteTargetKind TargetKind, bool IsActive);
