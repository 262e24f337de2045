namespace Scanner.Model.Findings;

/// <summary>What an earlier check found in one environment.</summary>
/// <param name="Id">The environment's id.</param>
/// <param name="Key">The environment's key.</param>
/// <param name="Label">How people call it.</param>
/// <param name="Run">The name of that check of it, as SARIF calls it.</param>
/// <param name="Scopes">The accounts and regions, clusters and files that were looked at for it.</param>
public sealed record BaselineEnvironment(string Id, string Key, string Label, string Run, IReadOnlyList<string> Scopes)
{
    /// <summary>Whether it is that environment.</summary>
    public bool Is(EnvironmentReport environment) => Is(environment.Id, environment.Key);

    /// <summary>Whether both are one: clusters of one name in two regions have one key, unless that is an ARN.</summary>
    public bool Is(BaselineEnvironment other) => Is(other.Id, other.Key);

    private bool Is(string id, string key) => Id == id || (Key == key && Key.StartsWith("arn:", StringComparison.Ordinal));

    /// <summary>Why its architecture could not be told; null where it could.</summary>
    public Gap? Undecided { get; init; }

    /// <summary>The architectures it was found to follow.</summary>
    public required IReadOnlyList<string> Architectures { get; init; }

    /// <summary>The ids of the rules that ran.</summary>
    public required IReadOnlySet<string> Rules { get; init; }

    /// <summary>What was said of each subject, in the order of the report.</summary>
    public required IReadOnlyList<BaselineVerdict> Verdicts { get; init; }
}
