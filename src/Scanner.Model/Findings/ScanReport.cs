using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Model.Findings;

/// <summary>The outcome of a check: what every format writes.</summary>
public sealed record ScanReport(Snapshot Snapshot, IReadOnlyList<EnvironmentReport> Environments)
{
    /// <summary>Gaps that make the scan incomplete: something asked for could not be read.</summary>
    public IReadOnlyList<Gap> Refused => [.. Snapshot.Gaps.Where(g => g.MakesIncomplete)];

    /// <summary>Why there may be environments that were not found; null where all could be listed.</summary>
    public Gap? Unlisted { get; init; }

    /// <summary>Where what is there is otherwise than declared; null where nothing is declared beside something that was seen.</summary>
    public DeclaredDrift? Declared { get; init; }

    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>The exit code the process will end with.</summary>
    public int ExitCode { get; init; }

    /// <summary>Failures at or above it make the exit code 1; null for never.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>Whether only failures that the baseline does not have make the exit code 1.</summary>
    public bool FailsOnNewOnly { get; init; }

    /// <summary>What it is compared to; null where there is no baseline.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>What became of each waiver, in the order of the file; null where none were given.</summary>
    public IReadOnlyList<WaiverUse>? Waivers { get; init; }

    /// <summary>Every failure of the baseline that is none now.</summary>
    public IEnumerable<PastFailure> Past => Environments.SelectMany(e => e.Past).Concat(Baseline?.Elsewhere.Select(e => e.Failure) ?? []);

    public IEnumerable<Finding> Findings => Environments.SelectMany(e => e.Findings);
}
