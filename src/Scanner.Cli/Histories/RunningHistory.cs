using System.Globalization;
using Scanner.Check.History;
using Scanner.Cli.Artifacts;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report;

namespace Scanner.Cli.Histories;

/// <summary>The history of a check that is running: what came before, and where it will be kept.</summary>
internal sealed class RunningHistory
{
    private const int MostNamed = 5;

    private const int MostReadBack = 40;
    private const int AtOnce = 8;

    private readonly HistoryChoice _choice;
    private readonly KeptChecks _kept;
    private readonly IReadOnlyList<EntryName> _before;

    private RunningHistory(HistoryChoice choice, KeptChecks kept, IReadOnlyList<EntryName> before) => (_choice, _kept, _before) = (choice, kept, before);

    /// <exception cref="UserErrorException">It cannot be listed.</exception>
    public static async Task<RunningHistory> Open(HistoryChoice choice, ArtifactStores stores, CancellationToken cancellationToken)
    {
        var kept = new KeptChecks(stores.At(choice.Place));
        return new(choice, kept, await kept.Entries(cancellationToken));
    }

    /// <summary>What earlier checks said last of what this one looked at; null where there is none.</summary>
    public async Task<Baseline?> Before(ScanReport report, CancellationToken cancellationToken)
    {
        var word = new LastWord(report);
        foreach (var some in _before.Where(e => e.StartedAt <= report.Snapshot.Header.StartedAt).Reverse().Take(MostReadBack).Chunk(AtOnce))
        {
            foreach (var check in (await _kept.Read(some, cancellationToken)).Checks) word.Add(check.Result);
            if (word.IsWhole) break;
        }
        return word.Of(_kept.Name);
    }

    /// <summary>Keeps the check, and removes what is past the limit. What looked at nothing is no check.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public async Task Keep(Snapshot snapshot, ScanReport report, ReportOptions options, CancellationToken cancellationToken)
    {
        if (!report.Snapshot.Header.Targets.SelectMany(t => t.Scopes).Any() && report.Environments.Count == 0) return;
        var entry = await _kept.Add(snapshot, report, options, cancellationToken);
        await Console.Error.WriteLineAsync($"kept in {OneLine.Of(_kept.Name)} as {entry}");
        if (_choice.Limit is not { } limit) return;
        var (removed, needed) = await _kept.Keep(limit, TimeProvider.System.GetUtcNow(), cancellationToken);
        var names = string.Join(", ", removed.Take(MostNamed).Select(c => c.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        if (removed.Count > 0) await Console.Error.WriteLineAsync($"removed from it, which keeps {limit}: {names}{(removed.Count > MostNamed ? $" and {removed.Count - MostNamed} more" : "")}");
        if (needed > 0) await Console.Error.WriteLineAsync($"{needed} {(needed == 1 ? "check stays" : "checks stay")} that {(needed == 1 ? "is" : "are")} past it: the last of an environment, or what tells how a failure began");
    }
}
