using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.JUnit;

/// <summary>The verdicts of an environment as tests: only what surely holds has passed. What fails is a failure, what the scan was asked for and could not see an error, and all else is skipped with its reason.</summary>
internal sealed class VerdictCases(EnvironmentReport environment, ScanReport report, ReportOptions options)
{
    private readonly ExplainCommand _explain = new(report, options);
    private readonly IReadOnlySet<Gap> _unread = UnreadGaps.Of(report);

    public JUnitSuite Suite => new(Name, [.. JUnitCase.Distinct(environment.Findings.Select(Of).Concat(Silent))]);

    private string Name => Origin.Of(report.Snapshot, environment).Target is { } target ? $"{target.Name}/{environment.Label}" : environment.Label;

    /// <summary>A rule that ran and said nothing has not passed.</summary>
    private IEnumerable<JUnitCase> Silent
    {
        get
        {
            var told = environment.Findings.Select(f => f.Rule.Id).ToHashSet(StringComparer.Ordinal);
            return environment.Rules.Where(r => !told.Contains(r.Id)).Select(r => Case(r, r.Rule.Title, JUnitResult.Skipped, "unknown", "the rule said nothing, and nothing is known that would decide it"));
        }
    }

    private JUnitCase Of(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass => Case(finding, JUnitResult.Passed, "", ""),
        Verdict.Fail => Failed(finding),
        Verdict.NotApplicable => Case(finding, JUnitResult.Skipped, "notApplicable", finding.Message?.ToString() ?? "the rule does not concern it"),
        // what was refused or never asked makes the check incomplete; what nobody set, attested or can see from here does not
        _ => Case(finding, finding.Gap is { } missing && (missing.MakesIncomplete || _unread.Contains(missing)) ? JUnitResult.Error : JUnitResult.Skipped, "unknown",
            finding.Gap is { } gap ? $"unknown: {gap} · what would decide: {gap.Remedy}" : "unknown, and nothing is known that would decide it"),
    };

    private JUnitCase Failed(Finding finding)
    {
        var said = FailureLines.Said(finding, environment);
        var weight = finding.Severity.ToString().ToLowerInvariant();
        return finding switch
        {
            { Waiver: { } waiver } => Case(finding, JUnitResult.Skipped, "waived", $"waived by {waiver.Owner} until {waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({waiver.Reason}): {said}"),
            _ when report.FailsOnNewOnly && finding.Standing?.State is not BaselineState.New => Case(finding, JUnitResult.Skipped, "baseline", $"fails, and did in the baseline: {said}"),
            { Severity: Severity.Note } when report.FailOn is not Severity.Note => Case(finding, JUnitResult.Skipped, "note", $"note: {said}"),
            _ => Case(finding, JUnitResult.Failure, weight, said),
        };
    }

    private JUnitCase Case(Finding finding, JUnitResult result, string type, string message) =>
        Case(finding.Rule, finding.SubjectId == environment.Id ? finding.Rule.Rule.Title : $"{finding.Rule.Rule.Title}: {finding.SubjectLabel}", result, type, message) with
        {
            Place = finding.Location,
            Lines = result is JUnitResult.Passed ? [] : [.. Details(finding, message)],
        };

    private JUnitCase Case(RuleDescription rule, string name, JUnitResult result, string type, string message) =>
        new($"{environment.Label.Replace('.', '_')}.{rule.Id}", name, result, type, message, [message]);

    private IEnumerable<string> Details(Finding finding, string message)
    {
        yield return message;
        if (finding.Verdict is not (Verdict.Fail or Verdict.Unknown)) yield break;
        if (finding.Location is { } place) yield return $"at {Words.Place(place)}{(place.Snippet.Length == 0 ? "" : $": {place.Snippet}")}";
        foreach (var hop in finding.Path?.Hops.AsEnumerable() ?? []) yield return $"{(hop.Admits switch { true => "admitted by", false => "stopped at", null => "cannot be told at" })} {hop.Element}: {hop.Text}";
        if (finding.Verdict is Verdict.Fail) yield return $"fix: {finding.Fix}";
        yield return $"why it matters: {finding.Rule.Rule.Why}";
        yield return $"why this verdict: {_explain.Of(finding)}";
    }
}
