using Scanner.Model.Findings;
using Scanner.Report.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Markdown;

/// <summary>What concerns the scan as a whole.</summary>
internal sealed class CommonMarkdown(MarkdownPage page, ScanReport report, ReportOptions options)
{
    private const int MostLines = 20;

    /// <summary>Above all verdicts: that calls were not answered.</summary>
    public static void Incomplete(MarkdownPage page, ScanReport report)
    {
        var calls = RefusedCall.Of(report);
        if (calls.Count > 0) page.Add($"> **The scan is incomplete:** {Words.Count(calls.Count, "call")} not answered.\n\n");
    }

    public void Write()
    {
        Refused();
        if (report is { Unlisted: { } gap, Environments.Count: > 0 }) page.Add($"\n**There may be more environments:** {MarkdownText.Of($"{gap} · what would decide: {gap.Remedy}")}\n");
        Elsewhere();
        Waivers();
        Declared();
        if (report.Notifications.Count > 0)
            page.Add("\n### Notices\n\n", report.Notifications.Select(n => $"* {(n.IsError ? "✗" : "!")} **{MarkdownText.Of(n.Id)}** {MarkdownText.Of(n.Text)}\n"), "");
    }

    /// <summary>Foreign text stands outside of what is folded by HTML: in there Markdown's escapes would be read as they are written.</summary>
    private void Elsewhere()
    {
        if (report.Baseline?.Elsewhere is { Count: > 0 } failures)
            page.Add($"\n<details><summary>In the baseline, in environments that were not found: {failures.Count}</summary>\n\n", failures.Select(e => $"* {MarkdownText.Of($"{e.Failure.Finding.Rule.Id} of {e.Failure.Finding.SubjectLabel} in {e.Environment}: {e.Failure.Why}")}\n"), "\n</details>\n");
    }

    private void Refused()
    {
        var calls = RefusedCall.Of(report);
        if (calls.Count == 0) return;
        page.Add("\n### Not answered\n\n| Call | Why | Where | What would help |\n|---|---|---|---|\n",
            calls.Select(c => $"| {MarkdownText.Code(c.Action)} | {c.Why}{(c.Detail.Length == 0 ? "" : $": {MarkdownText.Of(c.Detail)}")} | {MarkdownText.Of(c.Scopes)} | {MarkdownText.Of(c.Remedy)} |\n"), "");
    }

    /// <summary>Those that do nothing any more, which their owners must hear of.</summary>
    private void Waivers()
    {
        var idle = (report.Waivers ?? []).Where(w => w.State is not WaiverState.Applied).ToList();
        if (idle.Count == 0) return;
        page.Add($"\n<details><summary>{Words.Count(idle.Count, "waiver")} without effect</summary>\n\n", idle.Select(w =>
            $"* **{MarkdownText.Of(w.Waiver.Rule)}** {MarkdownText.Of(w.Waiver.Key)}: {(w.State is WaiverState.NotEvaluated ? "not evaluated" : w.State.ToString().ToLowerInvariant())}{MarkdownText.Of($"{(w.Why.Length == 0 ? "" : $", {w.Why}")} ({w.Waiver.Owner}, {w.Waiver.At})")}\n"), "\n</details>\n");
    }

    private void Declared()
    {
        if (report.Declared is not { Conflicts.Count: > 0 } drift) return;
        var lines = ConflictLine.Of(drift.Conflicts);
        var shown = options.Verbose ? lines.Count : MostLines;
        page.Add($"\n<details><summary>Declared otherwise: {MarkdownText.Of(DeclaredWords.Counts(drift))}</summary>\n\n| Declared at | What | Decided by |\n|---|---|---|\n",
            lines.Take(shown).Select(l => $"| {MarkdownText.Code(Words.Place(l.Place))} | {MarkdownText.Of(l.Text(options.Verbose))} | {MarkdownText.Of(l.Owner ?? "")} |\n").Concat(lines.Count > shown ? [$"| | and {lines.Count - shown} more | |\n"] : []), "\n</details>\n");
    }
}
