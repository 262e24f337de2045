using System.CommandLine;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Configuration;
using Scanner.Cli.Histories;
using Scanner.Cli.Notices;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report;

namespace Scanner.Cli;

/// <summary>What outlives a check: its entry in a history, and word of what changed.</summary>
/// <param name="History">The history; null for none.</param>
/// <param name="Notice">Whom to tell; null for nobody.</param>
internal sealed record Keeping(RunningHistory? History, ChangeNotice? Notice)
{
    public static IReadOnlyList<Option> Options { get; } = [.. HistoryChoice.Options, .. NoticeChoice.Options];

    /// <summary>What flags and scanner.yaml name, tried before anything is collected: what cannot be reached must not cost a scan.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="yaml">The configuration.</param>
    /// <param name="isPreview">Whether a change is looked at that is not there, which is neither kept nor told of.</param>
    /// <param name="cancellationToken">The user's.</param>
    /// <exception cref="UserErrorException">It cannot be.</exception>
    public static async Task<Keeping> Of(ParseResult command, ScannerYaml yaml, bool isPreview, CancellationToken cancellationToken)
    {
        if (isPreview && (command.GetValue(HistoryChoice.Named) is not null || NoticeChoice.IsNamed(command)))
            throw new UserErrorException("--history and --notify are about what is there, and --with shows what is not: leave one of them away");
        if (isPreview) return new(null, null);
        var (history, notice) = (HistoryChoice.Of(command, yaml), NoticeChoice.Of(command, yaml));
        if (notice is not null && history is null && Acceptance.BaselineOf(command, yaml) is null)
            throw new UserErrorException("--notify tells what changed since an earlier check: name --history PLACE or --baseline FILE");
        var url = notice?.Url();
        return new(history is null ? null : await RunningHistory.Open(history, ArtifactStores.Of(command), cancellationToken), url is null ? null : new(url));
    }

    /// <summary>Keeps the check, and tells what changed since the one before.</summary>
    /// <exception cref="UserErrorException">The check cannot be kept.</exception>
    public async Task Keep(Snapshot snapshot, ScanReport report, ReportOptions options, CancellationToken cancellationToken)
    {
        var before = Notice is null ? null : History is null ? report.Baseline?.Baseline : await History.Before(report, cancellationToken);
        if (History is not null) await History.Keep(snapshot, report, options, cancellationToken);
        if (Notice is not null) await Notice.Tell(report, before, cancellationToken);
    }
}
