using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check;

/// <summary>Which rules run in an environment, and what a failure weighs there.</summary>
internal static class RuleSelection
{
    /// <summary>Own and inherited rules, each once, without those that a more specific selected rule supersedes, or that are off unless they are named.</summary>
    public static IReadOnlyList<RuleDescription> For(IReadOnlyList<string> architectures, IReadOnlyList<LoadedRule> rules)
    {
        var lineage = architectures.SelectMany(Architecture.Lineage).Distinct().ToList();
        var concerned = rules.Where(r => (r.IsNamed || !r.Rule.IsOffByDefault) && Concerns(r, architectures, lineage)).ToList();
        var superseded = concerned.SelectMany(r => r.Rule.Supersedes).ToHashSet(StringComparer.Ordinal);
        return [.. concerned.Where(r => !superseded.Contains(r.Id)).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new RuleDescription(r.Id, r.Name, r.Architecture, r.Path, r.Rule, r.Severity ?? Weight(r.Rule, lineage)))];
    }

    /// <summary>A rule concerns its folder's architecture and what extends that, unless it names its architectures itself.</summary>
    private static bool Concerns(LoadedRule rule, IReadOnlyList<string> architectures, List<string> lineage) =>
        rule.Rule.Architectures.IsEmpty ? lineage.Contains(rule.Architecture) : rule.Rule.Architectures.Any(a => architectures.Contains(a)).IsTrue;

    private static Severity Weight(Rule rule, List<string> lineage)
    {
        foreach (var architecture in lineage)
            foreach (var (key, severity) in rule.Severities)
                if (key == architecture) return severity;
        return rule.DefaultSeverity;
    }
}
