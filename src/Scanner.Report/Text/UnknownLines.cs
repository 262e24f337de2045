using System.Text.RegularExpressions;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What could not be told, by the one thing that would decide it: what decides the most rules comes first.</summary>
internal sealed partial class UnknownLines(TextCanvas canvas, ReportOptions options)
{
    private const int MostRemedies = 6;

    public void Write(EnvironmentReport environment)
    {
        var unknown = environment.Findings.Where(f => f.Verdict is Verdict.Unknown).ToList();
        var silent = RuleOutcome.Of(environment).Count(o => o.Verdict is Verdict.Unknown) > unknown.Select(f => f.Rule.Id).Distinct().Count();
        if (unknown.Count == 0 && !silent) return;
        canvas.Line("UNKNOWN", Ink.Doubtful, ", and what would decide it");
        var remedies = unknown.GroupBy(Group).Select(g => (Remedy: Remedy([.. g]), Findings: g.ToList(), Rules: Rules(g)))
            .OrderByDescending(g => g.Rules.Count).ThenBy(g => g.Remedy, StringComparer.Ordinal).ToList();
        var shown = options.Verbose ? remedies.Count : MostRemedies;
        foreach (var (remedy, findings, rules) in remedies.Take(shown)) Write(remedy, findings, rules);
        if (remedies.Count > shown) canvas.Line($"  and {remedies.Count - shown} more {(remedies.Count - shown == 1 ? "remedy" : "remedies")} (--verbose shows them)", Ink.Faint);
    }

    private void Write(string remedy, List<Finding> findings, List<string> rules)
    {
        var count = Words.Count(rules.Count, "rule");
        var missing = findings.Select(f => f.Gap?.Action).OfType<string>().Where(a => !remedy.Contains(a, StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var what = missing.Count == 0 ? "" : $"  (for {Words.Some(missing, options.Verbose ? int.MaxValue : 2)})";
        canvas.Line($"  {count,-9} {remedy}{what}  {Words.Some(rules, options.Verbose ? int.MaxValue : 3)}", indent: 12);
    }

    private static List<string> Rules(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All parameters are one remedy, for they are set in one place; and so are flags, however the sentence about them goes.</summary>
    private static string Group(Finding finding) => finding.Gap?.Remedy switch
    {
        null => "",
        { Kind: RemedyKind.Parameter, What: not "architecture" } => "parameter",
        { Kind: RemedyKind.Flag } remedy when Flag.Matches(remedy.What) is { Count: > 0 } flags => string.Join(" ", flags.Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)),
        var remedy => remedy.ToString(),
    };

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Flag { get; }

    private static string Remedy(List<Finding> findings)
    {
        if (findings[0].Gap?.Remedy is not { } remedy) return "nothing is known that would decide it";
        var names = findings.Select(f => f.Gap!.Remedy.What).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count == 1 || remedy.Kind is not RemedyKind.Parameter
            ? findings.GroupBy(f => f.Gap!.Remedy.ToString(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key
            : $"--param, or parameters in scanner.yaml: {string.Join(", ", names)}";
    }
}
