using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What to do next, as commands that can be copied, and what the exit code means where that is not plain.</summary>
internal sealed class NextLines(ScanReport report, TextCanvas canvas, ReportOptions options)
{
    public void Write()
    {
        var worst = report.Findings.ByWeight().FirstOrDefault(f => f.Fails || f.Verdict is Verdict.Unknown);
        if (worst is not null) canvas.Line($"Next: {new ExplainCommand(report, options).Of(worst)}");
        if (new Headline(report).ExitCode is { } meaning) canvas.Line($"Exit code {report.ExitCode}: {meaning}");
    }
}
