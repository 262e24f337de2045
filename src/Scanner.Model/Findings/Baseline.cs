namespace Scanner.Model.Findings;

/// <summary>What an earlier check found, to which a later one is compared.</summary>
/// <param name="File">Where it was read from.</param>
/// <param name="StartedAt">When the scan began that it was made of.</param>
/// <param name="Environments">Everything found, by environment.</param>
public sealed record Baseline(string File, DateTimeOffset StartedAt, IReadOnlyList<BaselineEnvironment> Environments)
{
    /// <summary>The program that made the scan, and its version.</summary>
    public string Tool { get; init; } = "";

    /// <summary>The accounts and regions, clusters and files that the scan looked at; empty where that is not kept.</summary>
    public IReadOnlyList<string> Looked { get; init; } = [];
}
