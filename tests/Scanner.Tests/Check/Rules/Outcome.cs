using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Rules;

/// <summary>What a check says, as lines that can be compared: the environments and, of one rule, the findings with all that reports show of them.</summary>
internal static class Outcome
{
    /// <summary>Scenarios are checked over and over, each time with a little less of them.</summary>
    private static readonly MergedResources s_merged = new();

    public static IReadOnlyList<string> Of(ScanReport report, string rule) =>
    [
        .. report.Environments.Where(e => e.Findings.Any(f => f.Rule.Id == rule)).Select(Of),
        .. report.Findings.Where(f => f.Rule.Id == rule).Select(Of),
        .. report.Notifications.Where(n => n.Rule == rule).Select(n => n.Text),
    ];

    public static string Of(EnvironmentReport environment) =>
        $"{environment.Id}|{environment.Key}|{environment.Label}|{environment.Detection.Architectures}|{environment.Detection.Confidence}|{environment.Detection.Undecided}";

    public static ScanReport Check(this Snapshot snapshot, IReadOnlyList<LoadedRule> rules, Parameters? parameters = null, bool trace = false) =>
        Checker.Check(new ResourceGraph(snapshot, trace, s_merged), parameters ?? Parameters.None, rules, TestContext.Current.CancellationToken);

    private static string Of(Finding finding) => string.Join('|',
        finding.Rule.Id, finding.Verdict, finding.Severity, finding.SubjectId, finding.SubjectKey, finding.SubjectLabel, finding.Message?.Text, finding.Gap, finding.Fix,
        string.Join(';', finding.Notes.Select(n => n.Text)), string.Join(';', finding.Related), finding.Path, string.Join(';', finding.Gaps));
}
