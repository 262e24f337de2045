using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What to do next, as commands that can be copied, and what the exit code means where that is not plain.</summary>
internal sealed class NextLines(ScanReport report, TextCanvas canvas, ReportOptions options)
{
    public void Write()
    {
        var worst = report.Findings.ByWeight().FirstOrDefault(f => f.Fails || f.Verdict is Verdict.Unknown);
        if (worst is not null) canvas.Line($"Next: {Explain(worst)}");
        if (ExitCode is { } meaning) canvas.Line($"Exit code {report.ExitCode}: {meaning}");
    }

    private string Explain(Finding finding)
    {
        var subject = finding.SubjectKind == nameof(Model.Environment) ? "" : " " + ShellWord.Of(finding.SubjectId);
        var explain = $"scanner explain {ShellWord.Of(finding.Rule.Id)}{subject}";
        var again = string.Concat(options.Repeated.Select(word => " " + (word.StartsWith("--", StringComparison.Ordinal) ? word : ShellWord.Of(word))));
        if (options.SavedSnapshot is { } saved) return $"{explain} --in {ShellWord.Of(saved)}{again}";
        if (report.Snapshot.File.Contains(", ", StringComparison.Ordinal)) return $"{explain} --in SNAPSHOT{again}";
        // files that were laid over a snapshot are in neither
        return report.Snapshot.File.Length > 0 && !options.IsOverSnapshot
            ? $"{explain} --in {ShellWord.Of(report.Snapshot.File)}{again}"
            : $"the same command with --save-snapshot scan.jsonl, then {explain} --in scan.jsonl{again}";
    }

    private string? ExitCode => report.ExitCode switch
    {
        1 when report.Refused.Count > 0 => "there are failures, and the scan is incomplete as well",
        3 when !report.Environments.Any(e => e.IsDecided) => "nothing could be decided",
        3 when report.Refused.Count > 0 => "something that was asked for could not be read; --allow-incomplete accepts that",
        3 when report.Past.Any(p => p.Fate is PastFate.OutOfSight) => "failures of the baseline could not be evaluated again; --allow-incomplete accepts that",
        3 => "not everything was judged; --allow-incomplete accepts that",
        4 => "nothing was found to check",
        70 => "Scanner itself failed",
        _ => null,
    };
}
