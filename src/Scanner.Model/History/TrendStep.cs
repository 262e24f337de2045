using Scanner.Model.Findings;

namespace Scanner.Model.History;

/// <summary>One check, as far as it is about one environment.</summary>
/// <param name="Check">The check.</param>
/// <param name="Environment">What it found there; null where it looked, and did not find the environment.</param>
public sealed record TrendStep(PastCheck Check, BaselineEnvironment? Environment)
{
    /// <summary>Failures that began with it.</summary>
    public int New { get; init; }

    /// <summary>Failures of which it showed that they are none any more.</summary>
    public int Fixed { get; init; }

    /// <summary>Failures that it could not see any more.</summary>
    public int Lost { get; init; }

    /// <summary>How many verdicts there are of a sort, of one rule or of all.</summary>
    public int Count(Verdict verdict, string? rule = null) => Environment?.Verdicts.Count(v => v.Verdict == verdict && (rule is null || v.Finding.Rule.Id == rule)) ?? 0;

    /// <summary>The worst that a rule says of any subject; null where it did not run, or has no subject.</summary>
    public Verdict? Worst(string rule)
    {
        Verdict[] order = [Verdict.Fail, Verdict.Unknown, Verdict.Pass, Verdict.NotApplicable];
        return order.Where(v => Count(v, rule) > 0).Select(v => (Verdict?)v).FirstOrDefault();
    }
}
