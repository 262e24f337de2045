using System.CommandLine;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Declared;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>Reads declared files as the command line asks for it, and tells of the keys that nothing was made of.</summary>
/// <param name="said">What the command line says of the files.</param>
/// <param name="locations">A snapshot that knows places; null where there is none.</param>
/// <param name="listed">The targets in scanner.yaml.</param>
/// <param name="listsUnknownKeys">Whether each key is told that nothing was made of.</param>
internal sealed class FileReading(DeclaredSubject said, string? locations, IReadOnlyList<LiveTarget> listed, bool listsUnknownKeys)
{
    private const int MostNamed = 5;

    private readonly DeclaredFiles _files = new(ScanPipeline.Tool, TimeProvider.System);

    public static FileReading Of(ParseResult command, Settings settings) =>
        new(Said(command, settings), command.GetValue(CommonOptions.Locations)?.ToString() ?? settings.Yaml.Locations, settings.Yaml.Targets, command.GetValue(CommonOptions.UnknownKeys));

    private static DeclaredSubject Said(ParseResult command, Settings settings) => new(command.GetValue(CommonOptions.Cluster))
    {
        Namespace = command.GetValue(CommonOptions.Namespace),
        Release = command.GetValue(CommonOptions.Release),
        ChartVersion = settings.Parameters.Values["workbenchChart"],
    };

    /// <summary>The target that files named on the command line declare: the only one there is in scanner.yaml, or one of its own.</summary>
    public LiveTarget Target(Settings settings, IReadOnlyList<DeclaredSource> sources)
    {
        var target = settings.Yaml.Targets is [var only] ? only : new LiveTarget(said.Cluster is null ? "declared" : SeenSubject.NameOf(said.Cluster));
        return target with { Declared = sources };
    }

    /// <summary>What was seen, with what the targets' files declare; those of targets that nobody looked at stand for themselves.</summary>
    public async Task<Snapshot> Over(Snapshot? seen, IReadOnlyList<LiveTarget> targets, bool isFromCommandLine, CancellationToken cancellationToken)
    {
        var filesAlone = seen is null;
        foreach (var target in targets)
        {
            if (!isFromCommandLine && target.IsLive && seen is not null && SeenSubject.Problem(seen, said.Or(target.Subject).Cluster, target.Name) is { } wrong)
            {
                // a scan must not be lost because a cluster is gone
                await Console.Error.WriteLineAsync($"note: the files of {target.Name} are left aside: {Model.OneLine.Of(wrong)}");
                continue;
            }
            var state = await Read(target, filesAlone ? null : seen, cancellationToken);
            if (!filesAlone && (isFromCommandLine || target.IsLive || targets.Count == 1)) await TellUnmatched(new(seen!, state), isFromCommandLine);
            seen = seen is null ? WithPlace(state, target)
                : filesAlone || !(target.IsLive || targets.Count == 1) ? Overlay.Beside(seen, state with { Snapshot = WithPlace(state, target) })
                : Overlay.Lay(seen, state, isPreview: false);
        }
        return seen!;
    }

    /// <exception cref="UserErrorException">A cluster's file is about nothing that was seen.</exception>
    private static async Task TellUnmatched(UnmatchedFiles files, bool isFromCommandLine)
    {
        // a scan must not be lost because something is gone
        if (files.Problem is { } problem) await (isFromCommandLine ? throw new UserErrorException(problem) : Console.Error.WriteLineAsync($"note: {problem}"));
        foreach (var note in files.Notes) await Console.Error.WriteLineAsync($"note: {note}");
    }

    /// <summary>What would be there if the files were deployed.</summary>
    /// <exception cref="UserErrorException">Nothing tells where some of it would be, so that it would change nothing.</exception>
    public async Task<Snapshot> Preview(Snapshot seen, LiveTarget target, CancellationToken cancellationToken)
    {
        var changed = Overlay.Lay(seen, await Read(target, seen, cancellationToken), isPreview: true);
        return changed.Observations.FirstOrDefault(o => o.Evidence.Plane is Model.Plane.Preview && ScopeName.IsDeclared(o.Evidence.Scope)) is not { } homeless ? changed
            : throw new UserErrorException($"{homeless.Evidence.Locator}: nothing tells where {homeless.Kind} {homeless.Key} would be: what was seen has no cluster of that sort, or several places; lay the change over a scan of the one that it is for");
    }

    /// <summary>The snapshot with the places that another one, made where the files are, knows of, and with those that stand for whole targets.</summary>
    /// <param name="snapshot">What was seen.</param>
    /// <param name="sources">The files that were read now.</param>
    public Snapshot Located(Snapshot snapshot, IEnumerable<DeclaredSource> sources)
    {
        var (header, other) = (snapshot.Header, locations is null ? null : SnapshotFile.Read(locations).Header);
        var known = header.Declarations.AsEnumerable().Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return snapshot with
        {
            Header = header with
            {
                Targets = [.. header.Targets.AsEnumerable().Select(t => t with { Location = t.Location ?? Listed(t, header)?.Location })],
                StandIn = header.StandIn ?? sources.Where(s => !s.Input.IsFolder).Select(s => RunOptions.FirstLine(s.Input.Path)).FirstOrDefault(p => p is not null) ?? other?.StandIn,
                Declarations = [.. header.Declarations, .. (other?.Declarations ?? []).AsEnumerable().Where(d => !known.Contains(d.Key))],
            },
        };
    }

    /// <summary>What scanner.yaml calls a target: by its name, or because there is only one in both.</summary>
    private LiveTarget? Listed(ScanTarget target, Header header) =>
        listed.FirstOrDefault(t => t.Name == target.Name) ?? (listed.Count == 1 && header.Targets.Count == 1 ? listed[0] : null);

    private async Task<DeclaredState> Read(LiveTarget target, Snapshot? seen, CancellationToken cancellationToken)
    {
        var subject = said.Or(target.Subject);
        // a pipe that nobody writes to keeps no one who cancels
        var state = await Task.Run(() => _files.Read(target.Name, subject.Or(SeenSubject.Of(seen)), target.Declared, cancellationToken), CancellationToken.None).WaitAsync(cancellationToken);
        if (seen is not null && IsOfCluster(state) && SeenSubject.Problem(seen, subject.Cluster, target.Name) is { } wrong) throw new UserErrorException($"{string.Join(", ", target.Declared.Select(d => d.Input.Name))}: {wrong}");
        if (seen is not null && SeenSubject.Stranger(seen, state.Snapshot) is { } stranger) throw new UserErrorException($"{string.Join(", ", target.Declared.Select(d => d.Input.Name))}: {stranger}");
        if (!DeclaresAnything(state)) throw new UserErrorException($"{string.Join(", ", target.Declared.Select(d => d.Input.Name))}: nothing in it is read{Unmade(state.UnknownKeys)}");
        foreach (var note in state.Notes) await Console.Error.WriteLineAsync($"note: {note}");
        if (state.UnknownKeys.Count > 0 && !listsUnknownKeys) await Console.Error.WriteLineAsync($"{state.UnknownKeys.Count} {(state.UnknownKeys.Count == 1 ? "key" : "keys")} that nothing is made of (--unknown-keys lists them)");
        if (listsUnknownKeys) foreach (var key in state.UnknownKeys) await Console.Error.WriteLineAsync($"nothing is made of {key}");
        return state;
    }

    private static string Unmade(IReadOnlyList<string> keys) => keys.Count == 0 ? ""
        : $"; nothing is made of {string.Join(", ", keys.Take(MostNamed))}{(keys.Count > MostNamed ? $" and {keys.Count - MostNamed} more" : "")}";

    /// <summary>Whether --cluster is needed to tell what the files are about; of a template it is the stack.</summary>
    private static bool IsOfCluster(DeclaredState state) => state.Snapshot.Observations.Any(o => ScopeName.IsKubernetes(o.Evidence.Scope))
        || state.Snapshot.Header.Files.AsEnumerable().Any(f => f.Format == "ParallelCluster configuration");

    /// <summary>Files that say nothing would change nothing, and that would read as an answer.</summary>
    private static bool DeclaresAnything(DeclaredState state) =>
        state.GoneIds.Count + state.Parts.Count > 0 || state.Snapshot.Observations.Any(o => o.Kind != nameof(Model.Cluster) || ScopeName.IsAws(o.Evidence.Scope));

    private static Snapshot WithPlace(DeclaredState state, LiveTarget target) => state.Snapshot with
    {
        Header = state.Snapshot.Header with { Targets = [.. state.Snapshot.Header.Targets.AsEnumerable().Select(t => t with { Location = target.Location })] },
    };
}
