using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Compliant = 0;
    public const int Findings = 1;
    public const int BadInput = 2;
    public const int Incomplete = 3;
    public const int NothingToCheck = 4;
    public const int InternalError = 70;
    public const int Cancelled = 130;

    /// <summary>The first that applies: nothing decided because of gaps, nothing to check, findings, incomplete, compliant.</summary>
    public static int Of(ScanReport report, bool allowIncomplete)
    {
        var decided = report.Environments.Any(e => e.IsDecided);
        var gaps = report.Refused.Count > 0 || report.Unlisted is not null || report.Environments.Any(e => e.Detection.Undecided is not null);
        if (!decided) return gaps || report.Findings.Any(f => f.Verdict is Verdict.Unknown) ? Incomplete : NothingToCheck;
        if (report.Findings.Any(f => f.Fails && f.Severity >= report.FailOn && (!report.FailsOnNewOnly || f.Standing?.State is BaselineState.New))) return Findings;
        return IsIncomplete(report) && !allowIncomplete ? Incomplete : Compliant;
    }

    /// <summary>Of a change: it makes something fail that did not, or takes sight of something that was decided.</summary>
    public static int Of(IReadOnlyList<FlippedVerdict> flips, Severity? failOn, bool allowIncomplete) =>
        flips.Any(f => f.After is { Fails: true } after && after.Severity >= failOn) ? Findings
        : flips.Any(f => f.After is { Verdict: Verdict.Unknown } || f.IsOutOfSight) && !allowIncomplete ? Incomplete : Compliant;

    /// <summary>Of two scans: nothing in either, nothing that both saw, something different, something that only one of them saw.</summary>
    public static int Of(DriftReport report, IReadOnlyCollection<ChangeKind> failOn, bool allowIncomplete) =>
        report is { Baseline.IsEmpty: true, Current.IsEmpty: true } ? NothingToCheck
        : report is { Same: 0, Changes: [], Undecided: not [] } ? Incomplete
        : report.Changes.Any(c => failOn.Contains(c.Kind)) ? Findings
        : report.Undecided.Any(u => u.IsLoss) && !allowIncomplete ? Incomplete : Compliant;

    /// <summary>Of what is declared: nothing that could be compared, something otherwise, something that the scan did not see.</summary>
    public static int Of(DeclaredDrift drift, IReadOnlyCollection<ChangeKind> failOn, bool allowIncomplete) =>
        drift is { Same: 0, Conflicts: [], Undecided: [], Ignored: [] } ? NothingToCheck
        : drift is { Same: 0, Conflicts: [], Undecided: not [] } ? Incomplete
        : drift.Conflicts.Any(c => failOn.Contains(c.Live is null ? ChangeKind.Removed : c.Declared.Values.Count == 0 ? ChangeKind.Added : ChangeKind.Changed)) ? Findings
        : drift.LacksSight && !allowIncomplete ? Incomplete : Compliant;

    /// <summary>
    /// Something was refused or not found, a rule could not be decided for want of what the scan did not ask or could not read, a rule
    /// crashed and so looked at nothing, a whole environment was not judged, or a failure of the baseline could not be evaluated again.
    /// </summary>
    private static bool IsIncomplete(ScanReport report) =>
        report.Refused.Count > 0 || report.Unlisted is { } unlisted && !UnreadGaps.IsOfFiles(unlisted) || HasUnread(report) || report.Notifications.Any(n => n.IsError)
        || report.Environments.Any(e => !e.IsDecided) || report.Past.Any(p => p.Fate is PastFate.OutOfSight);

    private static bool HasUnread(ScanReport report)
    {
        var unread = UnreadGaps.Of(report);
        return report.Findings.Any(f => f.Verdict is Verdict.Unknown && f.Gap is { } gap && unread.Contains(gap));
    }
}
