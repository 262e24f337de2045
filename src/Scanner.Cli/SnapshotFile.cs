using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>Snapshots as files: read whole, gzipped where the name ends in .gz.</summary>
internal static class SnapshotFile
{
    /// <exception cref="UserErrorException">The file cannot be opened.</exception>
    /// <exception cref="SnapshotFormatException">It is no sound snapshot.</exception>
    public static Snapshot Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            return SnapshotReader.Read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <param name="snapshot">What is written.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="path">What it is to be called.</param>
    public static void Write(Snapshot snapshot, Stream stream, string path)
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            SnapshotWriter.Write(snapshot, stream);
            return;
        }
        using var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true);
        SnapshotWriter.Write(snapshot, gzip);
    }

    /// <summary>Several snapshots as one. Each scope may be in one of them only.</summary>
    /// <exception cref="UserErrorException">Two snapshots cover the same scope.</exception>
    public static Snapshot Combine(IReadOnlyList<Snapshot> snapshots)
    {
        if (snapshots.Count == 1) return snapshots[0];
        var twice = snapshots.SelectMany(s => s.Coverage.Select(c => (c.Scope, s.File)).Distinct()).GroupBy(c => c.Scope).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new UserErrorException($"{string.Join(" and ", twice.Select(t => t.File))} both cover {twice.Key}; check them one at a time");
        var header = snapshots[0].Header with
        {
            Parameters = Agreed(snapshots),
            StartedAt = snapshots.Min(s => s.Header.StartedAt),
            EndedAt = snapshots.Max(s => s.Header.EndedAt),
            Calls = snapshots.Sum(s => s.Header.Calls),
            Targets = [.. snapshots.SelectMany(s => s.Header.Targets)],
            Scopes = [.. snapshots.SelectMany(s => s.Header.Scopes)],
            StandIn = snapshots.Select(s => s.Header.StandIn).FirstOrDefault(p => p is not null),
            Declarations = [.. snapshots.SelectMany(s => s.Header.Declarations)],
        };
        return new(header, [.. snapshots.SelectMany(s => s.Observations)], [.. snapshots.SelectMany(s => s.Coverage)]) { File = string.Join(", ", snapshots.Select(s => s.File)) };
    }

    /// <summary>Snapshots that were taken with different parameters would be judged by each other's.</summary>
    private static StringMap Agreed(IReadOnlyList<Snapshot> snapshots)
    {
        var all = snapshots.SelectMany(s => s.Header.Parameters.Entries.Select(p => p.Key)).Distinct();
        foreach (var name in all)
            if (snapshots.Select(s => s.Header.Parameters[name]).Distinct().Count() > 1)
                throw new UserErrorException($"the snapshots were taken with different {name}: check them one at a time");
        return snapshots[0].Header.Parameters;
    }
}
