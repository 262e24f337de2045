using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Text;

namespace Scanner.Report.Markdown;

/// <summary>What fails, as a table, and what to do about it, folded below.</summary>
internal sealed class FailureMarkdown(MarkdownPage page, EnvironmentReport environment, ReportOptions options)
{
    private const int MostSubjects = 5;
    private const int MostRules = 8;

    private int Shown => options.Verbose ? int.MaxValue : MostSubjects;

    public void Write()
    {
        var groups = FailureGroup.Of(environment, withNotes: true);
        if (groups.Count == 0) return;
        var rules = groups.SelectMany(g => g.Rules).ToList();
        page.Add("\n### Failures\n\n");
        foreach (var group in groups.Where(g => g.Cause is not null))
            page.Add($"**One cause of {group.Findings.Count} failures** ({Words.Some([.. group.Findings.Select(f => f.Rule.Id).Distinct()], MostRules)}): {MarkdownText.Of(group.Cause!.ToString())}\n\n");
        page.Add("| | Rule | What is wrong | Where |\n|---|---|---|---|\n", rules.SelectMany(Rows), "");
        page.Add("\n<details><summary>What to do, and why</summary>\n\n", rules.Select(Advice), "\n</details>\n");
    }

    private IEnumerable<string> Rows(IReadOnlyList<Finding> rule)
    {
        foreach (var finding in rule.Take(Shown))
            yield return $"| {Mark(finding.Severity)} | **{MarkdownText.Of(finding.Rule.Id)}** {MarkdownText.Of(finding.Rule.Rule.Title)} | {Said(finding)}{Stop(finding)} | {Place(finding.Location)} |\n";
        if (rule.Count > Shown) yield return $"| | **{MarkdownText.Of(rule[0].Rule.Id)}** | and {rule.Count - Shown} more | |\n";
    }

    private string Said(Finding finding)
    {
        var standing = finding.Standing?.State is BaselineState.New ? "**new:** " : "";
        if (finding.Message is not { } message) return standing + MarkdownText.Of(finding.SubjectLabel);
        var isNamed = finding.SubjectId == environment.Id || message.ToString().StartsWith(finding.SubjectLabel, StringComparison.Ordinal);
        return $"{standing}{(isNamed ? "" : $"{MarkdownText.Code(finding.SubjectLabel)}: ")}{MarkdownText.Of(message.ToString())}";
    }

    /// <summary>The first element on the way that does not let the traffic through, unless the message names it.</summary>
    private static string Stop(Finding finding) =>
        finding.Path?.Hops.AsEnumerable().FirstOrDefault(h => h.Admits is not true) is { } hop && finding.Message?.ToString().Contains(hop.Text, StringComparison.Ordinal) != true
            ? $"<br>{(hop.Admits is false ? "stopped at" : "cannot be told at")} {MarkdownText.Code(hop.Element)}: {MarkdownText.Of(hop.Text)}" : "";

    private string Place(SourceLocation? place) => place is null ? ""
        : SourceLink.Of(place, options) is { } link ? $"[{MarkdownText.Code(Words.Place(place))}](<{link.AbsoluteUri}>)"
        : MarkdownText.Code(Words.Place(place));

    private string Advice(IReadOnlyList<Finding> rule)
    {
        var fixes = rule.Select(f => f.Fix).Distinct(StringComparer.Ordinal).ToList();
        var more = fixes.Count > Shown ? $"\n  * and {fixes.Count - Shown} more" : "";
        return $"* **{MarkdownText.Of(rule[0].Rule.Id)}** {MarkdownText.Of(rule[0].Rule.Rule.Why)}\n{string.Join("\n", fixes.Take(Shown).Select(f => $"  * {MarkdownText.Advice(f)}"))}{more}\n";
    }

    private static string Mark(Severity severity) => severity switch { Severity.Error => "✗ error", Severity.Warning => "! warning", _ => "i note" };
}
