using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>The command that tells why a verdict is what it is, to be copied.</summary>
internal sealed class ExplainCommand(ScanReport report, ReportOptions options)
{
    public string Of(Finding finding)
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
}
