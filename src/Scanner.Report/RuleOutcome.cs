using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>What one rule says of an environment: the worst over its subjects.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">Its worst verdict; unknown where it ran but said nothing.</param>
/// <param name="Severity">The weight of its worst failure; null where nothing failed.</param>
internal sealed record RuleOutcome(RuleDescription Rule, Verdict Verdict, Severity? Severity)
{
    public static IReadOnlyList<RuleOutcome> Of(EnvironmentReport environment)
    {
        var findings = environment.Findings.ToLookup(f => f.Rule.Id, StringComparer.Ordinal);
        return [.. environment.Rules.Select(rule => Of(rule, [.. findings[rule.Id]]))];
    }

    private static RuleOutcome Of(RuleDescription rule, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return new(rule, Verdict.Unknown, null);
        var worst = findings.MinBy(f => ReportOrder.Rank(f.Verdict))!.Verdict;
        return new(rule, worst, worst is Verdict.Fail ? findings.Where(f => f.Verdict is Verdict.Fail).Max(f => f.Severity) : null);
    }
}
