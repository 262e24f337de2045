using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report;

/// <summary>One order for all formats, so that the same findings give the same bytes however they arrived.</summary>
internal static class ReportOrder
{
    public static ScanReport Sorted(this ScanReport report) => report with
    {
        Environments =
        [
            .. report.Environments.OrderBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).Select(Sorted),
        ],
        Notifications =
        [
            .. report.Notifications.OrderBy(n => n.Id, StringComparer.Ordinal).ThenBy(n => n.Rule, StringComparer.Ordinal)
                .ThenBy(n => n.Text, StringComparer.Ordinal),
        ],
    };

    /// <summary>The weightiest first: failures by severity, then unknowns, passes and the rest.</summary>
    public static IEnumerable<Finding> ByWeight(this IEnumerable<Finding> findings) => findings
        .OrderBy(f => Rank(f.Verdict)).ThenByDescending(f => f.Verdict is Verdict.Fail ? f.Severity : Severity.Note)
        .ThenBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.SubjectKey, StringComparer.Ordinal)
        .ThenBy(f => f.SubjectId, StringComparer.Ordinal);

    /// <summary>The worst first: what a rule with several subjects counts as.</summary>
    public static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.Unknown => 1,
        Verdict.Pass => 2,
        _ => 3,
    };

    private static EnvironmentReport Sorted(EnvironmentReport environment) => environment with
    {
        Rules = [.. environment.Rules.OrderBy(r => r.Id, StringComparer.Ordinal)],
        Findings =
        [
            .. environment.Findings.OrderBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.SubjectKey, StringComparer.Ordinal)
                .ThenBy(f => f.SubjectId, StringComparer.Ordinal).ThenBy(f => Rank(f.Verdict))
                .ThenBy(f => f.Message?.Text, StringComparer.Ordinal),
        ],
    };
}
