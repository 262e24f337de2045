using Scanner.Model.Findings;

namespace Scanner.Model.History;

/// <summary>How one environment fared, check by check.</summary>
/// <param name="Latest">What the last check said that found it.</param>
/// <param name="Steps">The checks that looked where it is, the earliest first; the first one found it.</param>
/// <param name="Failures">Every failure that was ever seen in it, by rule and key, and then by when it began.</param>
public sealed record EnvironmentTrend(BaselineEnvironment Latest, IReadOnlyList<TrendStep> Steps, IReadOnlyList<FailureStory> Failures)
{
    /// <summary>Those that the last check found.</summary>
    public IEnumerable<FailureStory> Present => Failures.Where(f => f.State is FailureState.Fails);

    /// <summary>The ids of all rules that ever ran in it.</summary>
    public IReadOnlyList<string> Rules => [.. Steps.SelectMany(s => (IEnumerable<string>?)s.Environment?.Rules ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What a rule is called, where it ever failed; else its id.</summary>
    public string TitleOf(string rule) => Failures.LastOrDefault(f => f.Finding.Rule.Id == rule)?.Finding.Rule.Rule.Title ?? rule;
}
