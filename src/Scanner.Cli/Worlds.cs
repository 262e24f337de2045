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
    public Snapshot Read(string name) => Names.Contains(name)
        ? _read.GetOrAdd(name, n => SnapshotFile.Read(Path.Combine(directory, n + ".jsonl")))
        : throw new UserErrorException($"there is no green world '{name}'; there are {string.Join(", ", Names)}");

    /// <summary>The architectures that have one.</summary>
    public IReadOnlyList<string> Names { get; } = Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];
}
