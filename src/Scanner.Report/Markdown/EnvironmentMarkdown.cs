using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Markdown;

/// <summary>What of an environment is not a failure: unknowns, what is accepted, and the picture.</summary>
internal sealed class EnvironmentMarkdown(MarkdownPage page, EnvironmentReport environment, ReportOptions options)
{
    /// <summary>What Mermaid draws at most, in characters.</summary>
    private const int LargestPicture = 50_000;

    private const int MostRules = 8;
    private const int MostMissing = 3;

    public void Write()
    {
        Unknown();
        Waived();
        Past("Fixed since the baseline", [.. environment.Past.Where(p => p.IsFixed)]);
        Past("Not re-evaluated, so none of it counts as fixed", [.. environment.Past.Where(p => !p.IsFixed)]);
        Picture();
    }

    private void Unknown()
    {
        var groups = UnknownGroup.Of(environment);
        var silent = RuleOutcome.Of(environment).Where(o => o.Verdict is Verdict.Unknown).Select(o => o.Rule.Id).Except(groups.SelectMany(g => g.Rules)).ToList();
        if (groups.Count + silent.Count == 0) return;
        page.Add("\n### Unknown, and what would decide it\n\n| Rules | What would decide it | Which |\n|---|---|---|\n", groups.Select(Row).Concat(silent.Count == 0 ? [] : [$"| {silent.Count} | nothing is known that would | {Ids(silent)} |\n"]), "");
    }

    private string Row(UnknownGroup group) =>
        $"| {group.Rules.Count} | {MarkdownText.Of(group.Remedy)}{(group.Missing.Count == 0 ? "" : $" (for {MarkdownText.Of(Words.Some(group.Missing, options.Verbose ? int.MaxValue : MostMissing))})")} | {Ids(group.Rules)} |\n";

    private string Ids(IReadOnlyCollection<string> rules) => MarkdownText.Of(Words.Some(rules, options.Verbose ? int.MaxValue : MostRules));

    private void Waived()
    {
        var waived = environment.Findings.ByWeight().Where(f => f.Waiver is not null).ToList();
        if (waived.Count == 0) return;
        page.Add($"\n<details><summary>{Words.Count(waived.Count, "failure")} waived</summary>\n\n| Rule | What | Accepted by | Until | Reason |\n|---|---|---|---|---|\n", waived.Select(Row), "\n</details>\n");
    }

    private string Row(Finding finding)
    {
        var waiver = finding.Waiver!;
        return $"| **{MarkdownText.Of(finding.Rule.Id)}** | {MarkdownText.Of(FailureLines.Said(finding, environment))} | {MarkdownText.Of(waiver.Owner)} | {waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} | {MarkdownText.Of(waiver.Reason)}{(waiver.Ticket is { } ticket ? $" ({MarkdownText.Of(ticket)})" : "")} |\n";
    }

    private void Past(string title, IReadOnlyList<PastFailure> failures)
    {
        if (failures.Count == 0) return;
        page.Add($"\n<details><summary>{title}: {failures.Count}</summary>\n\n", failures.Select(f => $"* {MarkdownText.Of($"{f.Finding.Rule.Id} of {f.Finding.SubjectLabel}: {f.Why}")}\n"), "\n</details>\n");
    }

    /// <summary>Nothing in a picture ends its fence: every backtick in it is written as its number.</summary>
    private void Picture()
    {
        if (options.PictureOf?.Invoke(environment) is not { } picture) return;
        var drawn = Graph.MermaidPicture.Of(picture);
        page.Add(drawn.Length > LargestPicture
            ? "\nThe picture is larger than GitHub draws; `scanner graph --format svg` and the HTML report have it.\n"
            : $"\n<details><summary>Picture</summary>\n\n```mermaid\n{drawn}```\n\n</details>\n");
    }
}
