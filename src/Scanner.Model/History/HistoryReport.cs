namespace Scanner.Model.History;

/// <summary>What a history tells.</summary>
/// <param name="Store">Where it is kept.</param>
/// <param name="Checks">The checks, the earliest first.</param>
/// <param name="Environments">Each environment that they found, by key and id.</param>
/// <param name="Damaged">What of it cannot be read.</param>
public sealed record HistoryReport(string Store, IReadOnlyList<PastCheck> Checks, IReadOnlyList<EnvironmentTrend> Environments, IReadOnlyList<DamagedEntry> Damaged)
{
    /// <summary>The only rule that is told of; null for all.</summary>
    public string? Rule { get; init; }
}
