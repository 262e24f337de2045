namespace Scanner.Model.Snapshots;

/// <summary>What a scan did in one account and region, or cluster, and what it kept of it. What was listed there is told by the coverage.</summary>
/// <param name="Name">The scope, as facts and gaps name it.</param>
/// <param name="Identity">Who asked: the caller's ARN; null where it could not be told, and for a cluster.</param>
/// <param name="Calls">How many calls were made there.</param>
/// <param name="Kept">How many resources of it the snapshot holds.</param>
/// <param name="LeftOut">What was seen and is not in the snapshot, because it can matter to no cluster.</param>
public sealed record ScopeLedger(string Name, string? Identity, int Calls, int Kept, Items<LeftOutKind> LeftOut);
