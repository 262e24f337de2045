using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>Lays waivers over failures, and over nothing else: what is unknown stays unknown.</summary>
/// <param name="waivers">In the order of the file; of several that cover a failure the one that lasts longest does.</param>
/// <param name="now">The time at which they must hold.</param>
public sealed class WaiverApplier(IReadOnlyList<Waiver> waivers, DateTimeOffset now)
{
    /// <summary>The report, with the failures that are waived, and what became of each waiver.</summary>
    public ScanReport Apply(ScanReport report)
    {
        var covered = report with { Environments = [.. report.Environments.Select(Covered)] };
        var uses = waivers.Select(w => Use(w, covered)).ToList();
        return covered with { Waivers = uses, Notifications = [.. report.Notifications, .. uses.SelectMany(WaiverNotices.Of)] };
    }

    /// <summary>Failures of a baseline that were not re-evaluated are waived as they were: no report raises them anew.</summary>
    private EnvironmentReport Covered(EnvironmentReport environment) => environment with
    {
        Findings = [.. environment.Findings.Select(f => f.Verdict is Verdict.Fail ? f with { Waiver = Covering(environment, f) } : f)],
        Past = [.. environment.Past.Select(p => p.IsFixed ? p : p with { Finding = p.Finding with { Waiver = Covering(environment, p.Finding) } })],
    };

    private Waiver? Covering(EnvironmentReport environment, Finding failure) => waivers.Where(w => Covers(w, environment, failure)).MaxBy(w => w.Expires);

    private bool Covers(Waiver waiver, EnvironmentReport environment, Finding failure) =>
        waiver.Concerns(environment) && waiver.Concerns(failure) && now < waiver.Expires && HasSameFacts(waiver, failure);

    private static bool HasSameFacts(Waiver waiver, Finding failure) => waiver.FactsHash is not { } hash || failure.Facts?.Hash == hash;

    private WaiverUse Use(Waiver waiver, ScanReport report)
    {
        var concerned = report.Environments.Where(waiver.Concerns).ToList();
        var failures = concerned.SelectMany(e => e.Findings).Where(f => f.Verdict is Verdict.Fail && waiver.Concerns(f)).ToList();
        var open = failures.FindAll(f => f.Waiver is null);
        if (failures.FindAll(f => f.Waiver == waiver) is { Count: > 0 } covered) return new(waiver, WaiverState.Applied, covered, open.Count == 0 ? "" : $"{open[0].SubjectLabel}{(open.Count > 1 ? $" and {open.Count - 1} more" : "")} would be covered too, and rest on other facts");
        if (open.Count > 0)
            return now >= waiver.Expires ? new(waiver, WaiverState.Expired, open, $"expired on {waiver.Expires:yyyy-MM-dd}") : new(waiver, WaiverState.Outdated, open, Changed(waiver, open[0]));
        return failures.Count > 0 ? new(waiver, WaiverState.Unused, failures, $"{failures[0].Waiver!.At} covers what it is about") : Idle(waiver, report, concerned);
    }

    private static string Changed(Waiver waiver, Finding failure) => failure.Facts?.Since(waiver.Facts) is not { Count: > 0 } changed ? "the facts have changed"
        : waiver.Facts.Count > 0 ? string.Join(", ", changed)
        : $"one or more of these facts changed: {string.Join(", ", failure.Facts.Digests.Select(d => d.Name))}";

    /// <summary>One that no failure needs: that is certain only where its rule was evaluated on everything that it may be about.</summary>
    private static WaiverUse Idle(Waiver waiver, ScanReport report, List<EnvironmentReport> concerned)
    {
        WaiverUse Open(string why) => new(waiver, WaiverState.NotEvaluated, [], why);
        if (concerned.Count == 0) return Open("its environment was not found");
        var ran = concerned.FindAll(e => e.Rules.Any(r => r.Id == waiver.Rule));
        if (ran.Count == 0) return Open("its rule did not run");
        var judged = ran.SelectMany(e => e.Findings).Where(f => f.Rule.Id == waiver.Rule).ToList();
        if (judged.Find(f => f.Verdict is Verdict.Unknown && (waiver.Concerns(f) || f.SubjectKind == nameof(Model.Environment))) is { } unknown) return Open($"its rule could not be decided: {unknown.Gap}");
        if (report.Unlisted is { } unlisted) return Open($"there may be environments that were not found: {unlisted}");
        return new(waiver, WaiverState.Unused, [], judged.Exists(waiver.Concerns) ? "nothing fails there" : "nothing that the rule judged has such a key");
    }
}
