namespace Scanner.Model.Findings;

/// <summary>Everything found in one environment, by rule id and subject key.</summary>
public sealed record EnvironmentReport(string Id, string Key, string Label, Detection Detection, IReadOnlyList<RuleDescription> Rules, IReadOnlyList<Finding> Findings)
{
    /// <summary>The titles of its architectures, in words; empty where none could be told.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it was looked for: what tells of one that is no resource of its own, such as Workbench on plain hosts.</summary>
    public Items<string> Scopes { get; init; } = [];

    /// <summary>Facts that several failures share; no failure has two, and most have none.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    /// <summary>What the baseline has of it; null where there is none, or it has nothing.</summary>
    public BaselineEnvironment? Before { get; init; }

    /// <summary>Failures of the baseline that are none now, by rule and subject key; empty where there is no baseline.</summary>
    public IReadOnlyList<PastFailure> Past { get; init; } = [];

    /// <summary>Whether any rule as a whole passes or fails: one that passes for some subject and is unknown for another has told nothing yet.</summary>
    public bool IsDecided => Findings.GroupBy(f => f.Rule.Id, StringComparer.Ordinal)
        .Any(rule => rule.Any(f => f.Verdict is Verdict.Fail) || (rule.Any(f => f.Verdict is Verdict.Pass) && !rule.Any(f => f.Verdict is Verdict.Unknown)));
}
