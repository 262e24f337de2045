using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>What one rule says of an environment: the worst over its subjects.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">Its worst verdict; unknown where it ran but said nothing.</param>
/// <param name="Severity">The weight of its worst failure; null where nothing failed, or all of it is waived.</param>
internal sealed record RuleOutcome(RuleDescription Rule, Verdict Verdict, Severity? Severity)
{
    /// <summary>Whether it fails, and waivers cover all of it; what is unknown beside that is told as such.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Whether it counts as that verdict; what is waived counts by itself.</summary>
    public bool Is(Verdict verdict) => Verdict == verdict && !IsWaived;

    public static IReadOnlyList<RuleOutcome> Of(EnvironmentReport environment)
    {
        var findings = environment.Findings.ToLookup(f => f.Rule.Id, StringComparer.Ordinal);
        return [.. environment.Rules.Select(rule => Of(rule, [.. findings[rule.Id]]))];
    }

    private static RuleOutcome Of(RuleDescription rule, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return new(rule, Verdict.Unknown, null);
        var open = findings.Where(f => f.Waiver is null).ToList();
        if (open.Count < findings.Count && !open.Exists(f => f.Verdict is Verdict.Fail or Verdict.Unknown)) return new(rule, Verdict.Fail, null) { IsWaived = true };
        var worst = open.MinBy(f => ReportOrder.Rank(f.Verdict))!.Verdict;
        return new(rule, worst, worst is Verdict.Fail ? open.Where(f => f.Verdict is Verdict.Fail).Max(f => f.Severity) : null);
    }
}
