using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
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

    /// <summary>
    /// Something was refused or not found, a rule could not be decided for want of what the scan did not ask or could not read, a rule
    /// crashed and so looked at nothing, a whole environment was not judged, or a failure of the baseline could not be evaluated again.
    /// </summary>
    private static bool IsIncomplete(ScanReport report) =>
        report.Refused.Count > 0 || report.Unlisted is { } unlisted && !IsOfFiles(unlisted) || HasUnread(report) || report.Notifications.Any(n => n.IsError)
        || report.Environments.Any(e => !e.IsDecided) || report.Past.Any(p => p.Fate is PastFate.OutOfSight);

    /// <summary>Files alone do not tell of everything that there is.</summary>
    private static bool IsOfFiles(Gap gap) => gap.Cause is GapCause.NotAsked && ScopeName.IsDeclared(gap.Scope);

    /// <remarks>What only a live system shows was not asked for by somebody who checks files before there is one.</remarks>
    private static bool HasUnread(ScanReport report)
    {
        var unread = report.Snapshot.Gaps.Where(g => g.Cause is GapCause.Unsupported || (g.Cause is GapCause.NotAsked && !IsOfFiles(g))).ToHashSet();
        return report.Findings.Any(f => f.Verdict is Verdict.Unknown && f.Gap is { } gap && unread.Contains(gap));
    }
}
