namespace Scanner.Model;

/// <summary>A port that a network policy lets through.</summary>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</param>
/// <param name="Port">A number or a name; null for all.</param>
/// <param name="EndPort">The last one of a range; null where there is none.</param>
public sealed record NetworkPolicyPort(string Protocol, string? Port, int? EndPort);
