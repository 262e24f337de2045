using System.Collections.Concurrent;
using Scanner.Model.Snapshots;

namespace Scanner.Cli;

/// <summary>The green worlds that rule tests start from: one snapshot per architecture, in which every rule passes or does not apply.</summary>
internal sealed class Worlds(string directory)
{
    private readonly ConcurrentDictionary<string, Snapshot> _read = new(StringComparer.Ordinal);

    /// <summary>Where those lie that ship beside the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "worlds");

    /// <exception cref="UserErrorException">There is no such world.</exception>
    public Snapshot Read(string name) => _read.GetOrAdd(name, n => SnapshotFile.Read(Path.Combine(directory, n + ".jsonl")));
}
