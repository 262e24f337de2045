using System.Globalization;
using System.Text;
using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Check.Tracing;
using Scanner.Model;

namespace Scanner.Cli.RuleDocs;

/// <summary>The page of one rule: what it says, why, what it needs, and the cases that show it.</summary>
/// <param name="trace">Which lines it stands for.</param>
/// <param name="actions">The API actions and listings that a rule's answer rests on, by id.</param>
/// <param name="fixtures">All fixtures.</param>
internal sealed class RuleMarkdown(TraceMatrix trace, IReadOnlyDictionary<string, IReadOnlyList<string>> actions, IReadOnlyList<RuleFixture> fixtures)
{
    public string Of(LoadedRule loaded)
    {
        var (rule, page) = (loaded.Rule, new StringBuilder());
        page.Append(CultureInfo.InvariantCulture, $"# {loaded.Id} · {MarkdownText.Of(rule.Title)}\n\n");
        page.Append("| | |\n|---|---|\n");
        foreach (var (name, value) in Facts(loaded)) page.Append(CultureInfo.InvariantCulture, $"| {name} | {value} |\n");
        page.Append(CultureInfo.InvariantCulture, $"\n**Why.** {MarkdownText.Of(rule.Why)}\n\n**Fix.** {MarkdownText.Of(rule.Fix)}\n");
        Cases(page, loaded.Id);
        if (actions.TryGetValue(loaded.Id, out var needed) && needed.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\n## What its answer rests on\n\n{string.Join(", ", needed.Select(a => $"`{a}`"))}\n\nWhat of this is refused makes it unknown wherever it matters.\n");
        return page.ToString();
    }

    private IEnumerable<(string Name, string Value)> Facts(LoadedRule loaded)
    {
        var rule = loaded.Rule;
        yield return ("script", $"[{Path.GetFileName(loaded.Path)}]({Path.GetFileName(loaded.Path)})");
        yield return ("level", Lower(rule.Level));
        yield return ("a failure is", Weights(rule));
        if (rule.SecuritySeverity is { } security) yield return ("security severity", security.ToString("0.0", CultureInfo.InvariantCulture));
        yield return ("concerns", rule.Architectures.IsEmpty ? $"{loaded.Architecture}, and what extends it" : string.Join(", ", rule.Architectures.AsEnumerable()));
        if (rule.IsOffByDefault) yield return ("runs", $"only where it is named: `--only {loaded.Id}`");
        yield return ("judges", rule.SubjectType == typeof(Model.Environment) ? "the deployment as a whole" : $"each {rule.SubjectType.Name}");
        if (rule.At is { } at) yield return ("is mended at", string.Join(", ", at.Split(',').Select(p => $"`{p.Trim()}`")));
        if (!rule.Supersedes.IsEmpty) yield return ("replaces", string.Join(", ", rule.Supersedes.AsEnumerable()));
        if (ReplacedBy(loaded.Id) is { Length: > 0 } by) yield return ("is replaced by", by);
        yield return ("source", MarkdownText.Of(rule.Source) + (rule.Basis is Basis.Derived ? " (not worded there, but needed by what is)" : ""));
        if (Statements(rule) is { Length: > 0 } statements) yield return ("stands for", statements);
    }

    private string ReplacedBy(string id) => string.Join(", ", trace.Rules.Where(r => r.Rule.Supersedes.AsEnumerable().Contains(id)).Select(r => r.Id).Order(StringComparer.Ordinal));

    private static string Weights(Rule rule) => string.Join("; ", rule.Severities.AsEnumerable().Select(s => $"{Lower(s.Severity)} in {s.Architecture}").Prepend(Lower(rule.DefaultSeverity)));

    private string Statements(Rule rule) => string.Join("; ", rule.Statements.AsEnumerable().Select(s => s.Split(':', 2)).GroupBy(s => s[0]).Select(g =>
        $"{MarkdownText.Of(trace.Documents.FirstOrDefault(d => d.Key == g.Key)?.Title ?? g.Key)}, line {string.Join(", ", g.Select(s => s[1].Replace('-', '–')))}"));

    private void Cases(StringBuilder page, string id)
    {
        var own = fixtures.Where(f => f.RuleId == id).ToList();
        if (own.Count == 0) return;
        page.Append("\n## Cases\n\n");
        foreach (var verdict in own.GroupBy(f => f.Name.Split('-')[0]))
            page.Append(CultureInfo.InvariantCulture, $"* **{verdict.Key}**: {string.Join("; ", verdict.Select(f => f.Name[(verdict.Key.Length + 1)..].Replace('-', ' ')))}\n");
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
