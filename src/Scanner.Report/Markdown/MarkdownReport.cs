using System.Text;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Markdown;

/// <summary>The report for GitHub's job summary, a pull request or a wiki.</summary>
internal sealed class MarkdownReport(ScanReport report, ReportOptions options)
{
    private readonly MarkdownPage _page = new();
    private readonly Headline _headline = new(report);

    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(new MarkdownReport(report.Sorted(), options).Make());
    }

    private string Make()
    {
        if (report.Environments.Count == 0) Nothing();
        foreach (var environment in report.Environments) Environment(environment);
        var common = new CommonMarkdown(_page, report, options);
        common.Write();
        var told = report.Environments.Count > 1 ? $"{Words.Count(report.Environments.Count, "environment")} · {_headline.Scan}" : "";
        if (told.Length > 0) _page.Add($"\n{MarkdownText.Of(told)}\n");
        if (_headline.ExitCode is { } meaning) _page.Add($"\nExit code {report.ExitCode}: {meaning}\n");
        return _page.ToString();
    }

    private void Environment(EnvironmentReport environment)
    {
        var counts = new CountsLine(environment, report);
        var looked = report.Environments.Count == 1 ? $"{_headline.Looked(environment)} · {_headline.Scan}" : _headline.Looked(environment);
        _page.Add($"## {MarkdownText.Of(Headline.Title(environment))}: {MarkdownText.Of(environment.Label)}\n\n**{counts.Outcome().Word}** {counts.Counts}\n\n");
        CommonMarkdown.Incomplete(_page, report);
        if (environment.Detection.Undecided is { } gap) _page.Add($"**Architecture not told:** {MarkdownText.Of($"{gap.Detail} · what would decide: {gap.Remedy}")}\n\n");
        if (BaselineLines.CountsOf(report, environment) is { } since) _page.Add($"{MarkdownText.Of(since)}\n\n");
        _page.Add($"{MarkdownText.Of(looked)} ({Words.Of(environment.Detection.Confidence)})\n");
        new FailureMarkdown(_page, environment, options).Write();
        new EnvironmentMarkdown(_page, environment, options).Write();
        _page.Add("\n");
    }

    private void Nothing()
    {
        _page.Add($"## Nothing to check was found\n\nNo Workbench installation and no Slurm cluster was found{(report.Unlisted is null ? "" : ", but some could not be looked for")}.\n\n");
        CommonMarkdown.Incomplete(_page, report);
        _page.Add($"{MarkdownText.Of($"{_headline.Looked()} · {_headline.Scan}")}\n");
        if (report.Unlisted is { } gap) _page.Add($"\n{MarkdownText.Of($"{gap.Action}: {gap.Detail} · what would decide: {gap.Remedy}")}\n");
    }
}
