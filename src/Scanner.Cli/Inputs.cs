using System.CommandLine;
using Scanner.Cli.Artifacts;
using Scanner.Cli.Output;
using Scanner.Collect;
using Scanner.Collect.Declared;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>What the user named to be checked: snapshots, and files that declare something.</summary>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Declared">The other files and folders, in order.</param>
internal sealed record Inputs(IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<DeclaredSource> Declared)
{
    /// <summary>The files among them, in order: what stands for the whole where something needs a place.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Reads them; a pipe that nobody writes to keeps no one who cancels.</summary>
    /// <exception cref="UserErrorException">A file cannot be opened.</exception>
    /// <exception cref="SnapshotFormatException">One is no sound snapshot.</exception>
    public static Task<Inputs> Read(ParseResult command, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        Task.Run(() => Read(ArtifactStores.Of(command), paths, cancellationToken), CancellationToken.None).WaitAsync(cancellationToken);

    private static async Task<Inputs> Read(ArtifactStores stores, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var (snapshots, declared, files) = (new List<Snapshot>(), new List<DeclaredSource>(), new List<string>());
        foreach (var named in paths)
        {
            var path = await stores.Resolve(named, ArtifactKind.Snapshot, cancellationToken);
            if (ArtifactAddress.IsRemote(path))
            {
                snapshots.Add(await stores.ReadSnapshot(path, cancellationToken));
                continue;
            }
            var source = Source(path);
            if (!source.Input.IsFolder) files.Add(source.Input.Path);
            if (IsSnapshot(source)) snapshots.Add(SnapshotFile.Read(source.Input.Path));
            else declared.Add(source);
        }
        return new(snapshots, declared) { Files = files };
    }

    /// <summary>A path, or <c>kind=path</c>. A folder keeps its name without the slash at its end.</summary>
    public static DeclaredSource Source(string input)
    {
        var (format, path) = input.IndexOf('=') is > 0 and var equals && !File.Exists(input) && DeclaredFiles.Formats.Contains(input[..equals]) ? (input[..equals], input[(equals + 1)..]) : (null, input);
        if (format is null && input.Split('=', 2) is [var kind, var rest] && !File.Exists(input) && File.Exists(rest))
            throw new UserErrorException($"{input}: there is no kind of file '{kind}'{Suggestion.For(kind, DeclaredFiles.Formats)}; there are {string.Join(", ", DeclaredFiles.Formats)}");
        if (path.Length > 1) path = path.TrimEnd('/');
        if (ArtifactAddress.IsRemote(path)) throw new UserErrorException($"{input}: of S3 only snapshots are read; copy the file to here first");
        if (!File.Exists(path) && !Directory.Exists(path)) throw new UserErrorException($"{path}: there is no such file");
        return new(new(path, GitCheckout.PathOf(path) ?? path), format);
    }

    /// <summary>A snapshot says what it is in its first line; one that is damaged is still meant as one if it is called so.</summary>
    private static bool IsSnapshot(DeclaredSource source)
    {
        var path = source.Input.Path;
        if (source.Format is not null || source.Input.IsFolder) return false;
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return !IsNodeFacts(path);
        return Beginning(path).Contains("\"scanner.snapshot/", StringComparison.Ordinal);
    }

    /// <summary>Facts of several hosts may be in one file, a line each.</summary>
    private static bool IsNodeFacts(string path) => Beginning(path).Contains("\"scanner.nodefacts/", StringComparison.Ordinal);

    private static string Beginning(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var buffer = new char[512];
            return new(buffer, 0, reader.ReadBlock(buffer));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
