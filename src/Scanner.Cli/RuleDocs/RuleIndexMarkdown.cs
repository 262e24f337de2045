using System.Globalization;
using System.Text;
using Scanner.Check;
using Scanner.Model;

namespace Scanner.Cli.RuleDocs;

/// <summary>The list of all rules, by the architecture that owns them.</summary>
internal static class RuleIndexMarkdown
{
    public static string Of(IReadOnlyList<LoadedRule> rules, Func<LoadedRule, string> linkTo)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Rules\n\n{rules.Count} rules. `scanner rules docs` writes this page, a page beside each rule, and [TRACE.md](TRACE.md): which lines of the reference architectures they stand for.\n");
        page.Append("A rule of an architecture holds in all that extend it, unless one there replaces it. ○: needed, but not worded in a reference architecture.\n");
        foreach (var architecture in Architecture.All)
            if (rules.Where(r => r.Architecture == architecture.Key).OrderBy(r => r.Id, StringComparer.Ordinal).ToList() is { Count: > 0 } own)
                Append(page, architecture, own, linkTo);
        return page.ToString();
    }

    private static void Append(StringBuilder page, Architecture architecture, List<LoadedRule> own, Func<LoadedRule, string> linkTo)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {MarkdownText.Of(architecture.Title)} (`{architecture.Key}`)\n\n");
        if (architecture.Extends.Length > 0) page.Append(CultureInfo.InvariantCulture, $"Extends {string.Join(", ", architecture.Extends.Select(e => $"`{e}`"))}.\n\n");
        page.Append("| rule | | a failure is | security |\n|---|---|---|---|\n");
        foreach (var rule in own)
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({linkTo(rule)}) | {MarkdownText.Of(rule.Rule.Title)}{(rule.Rule.Basis is Basis.Derived ? " ○" : "")} | {Weight(rule.Rule)} | {rule.Rule.SecuritySeverity?.ToString("0.0", CultureInfo.InvariantCulture) ?? ""} |\n");
    }

    private static string Weight(Rule rule)
    {
        var own = rule.DefaultSeverity.ToString().ToLowerInvariant();
        return rule.Severities.IsEmpty ? own : $"{own}, or by architecture";
    }
}
