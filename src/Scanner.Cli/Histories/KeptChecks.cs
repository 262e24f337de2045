using System.Security.Cryptography;
using Scanner.Check.History;
using Scanner.Cli.Artifacts;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.History;
using Scanner.Model.Snapshots;
using Scanner.Report;
using Scanner.Report.Baselines;

namespace Scanner.Cli.Histories;

/// <summary>
/// A history: for each check its snapshot, and then its result, which makes the entry count. Nothing is ever written over, and entries are called
/// by time and content, so that two writers at once both find their place.
/// </summary>
internal sealed class KeptChecks(IArtifactStore store)
{
    private const int AtOnce = 8;

    /// <summary>How long a snapshot may wait for its result, and a temporary file for its name: whoever wrote it is gone by then.</summary>
    private static readonly TimeSpan s_abandoned = TimeSpan.FromDays(1);

    public string Name => store.Name;

    /// <summary>Adds a check.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public async Task<EntryName> Add(Snapshot snapshot, ScanReport report, ReportOptions options, CancellationToken cancellationToken)
    {
        using var result = new MemoryStream();
        BaselineFile.Write(report, result, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(result.GetBuffer().AsSpan(0, (int)result.Length));
        var packed = Packed(snapshot);
        hash.AppendData(packed);
        var entry = EntryName.Of(snapshot.Header.StartedAt, Convert.ToHexStringLower(hash.GetHashAndReset()));
        await store.Add(entry.Snapshot, stream => stream.Write(packed), cancellationToken);
        await store.Add(entry.Baseline, stream => Compressed.Write(stream, result.WriteTo), cancellationToken);
        return entry;
    }

    /// <summary>The entries that are whole, the earliest first.</summary>
    /// <exception cref="UserErrorException">The store cannot be listed.</exception>
    public async Task<IReadOnlyList<EntryName>> Entries(CancellationToken cancellationToken) => Entries(await store.List(cancellationToken));

    /// <summary>Reads checks; of one that is damaged, why.</summary>
    public async Task<(IReadOnlyList<PastCheck> Checks, IReadOnlyList<DamagedEntry> Damaged)> Read(IEnumerable<EntryName> entries, CancellationToken cancellationToken)
    {
        var (checks, damaged) = (new List<PastCheck>(), new List<DamagedEntry>());
        foreach (var some in entries.Chunk(AtOnce))
            foreach (var (check, problem) in await Task.WhenAll(some.Select(e => Read(e, cancellationToken))))
                if (check is not null) checks.Add(check);
                else if (problem is not null) damaged.Add(problem);
        return (checks, damaged);
    }

    /// <summary>Removes what is past the limit and needed for nothing, and what writers left behind that were killed.</summary>
    /// <returns>The checks that are gone, and how many stay although they are past the limit.</returns>
    public async Task<(IReadOnlyList<PastCheck> Removed, int Needed)> Keep(HistoryLimit limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await store.List(cancellationToken);
        var entries = Entries(stored);
        foreach (var left in stored.Where(s => now - s.WrittenAt > s_abandoned && IsAbandoned(s.Name, entries))) await store.Remove(left.Name, cancellationToken);
        if (!entries.Where((e, i) => limit.IsPast(e.StartedAt, entries.Count - i, now)).Any()) return ([], 0);
        var (checks, _) = await Read(entries, cancellationToken);
        var (removable, needed) = Retention.Of(checks, limit, now);
        foreach (var entry in removable.Select(c => new EntryName(c.Name)))
        {
            // the result first: without it the entry does not count, and half of one is never read
            await store.Remove(entry.Baseline, cancellationToken);
            await store.Remove(entry.Snapshot, cancellationToken);
        }
        return (removable, needed);
    }

    public async Task<Snapshot> Snapshot(PastCheck check, CancellationToken cancellationToken)
    {
        await using var content = await store.Read(new EntryName(check.Name).Snapshot, cancellationToken);
        return SnapshotReader.Read(content, check.Snapshot);
    }

    private static List<EntryName> Entries(IReadOnlyList<StoredArtifact> stored)
    {
        var names = stored.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return [.. stored.Select(s => EntryName.Of(s.Name)).OfType<EntryName>().Distinct().Where(e => names.Contains(e.Baseline)).OrderBy(e => e.Text, StringComparer.Ordinal)];
    }

    private static bool IsAbandoned(string name, List<EntryName> whole) =>
        EntryName.Of(name) is { } entry ? !whole.Contains(entry) : name.EndsWith(".tmp", StringComparison.Ordinal) && name.IndexOf(".gz.", StringComparison.Ordinal) is > 0 and var end && EntryName.Of(name[..(end + 3)]) is not null;

    private async Task<(PastCheck? Check, DamagedEntry? Problem)> Read(EntryName entry, CancellationToken cancellationToken)
    {
        var file = PathOf(entry.Baseline);
        try
        {
            await using var content = await store.Read(entry.Baseline, cancellationToken);
            var result = BaselineFile.Read(Compressed.Read(content, file), file);
            return (new(entry.Text, PathOf(entry.Snapshot), result), null);
        }
        catch (Exception e) when (e is UserErrorException or BaselineFormatException)
        {
            return (null, new(file, OneLine.Of(e.Message.StartsWith(file, StringComparison.Ordinal) ? e.Message[file.Length..].TrimStart(':', ' ') : e.Message)));
        }
    }

    private string PathOf(string name) => store is FolderStore ? Path.Combine(store.Name, name) : $"{store.Name}/{name}";

    private static byte[] Packed(Snapshot snapshot)
    {
        using var packed = new MemoryStream();
        Compressed.Write(packed, stream => SnapshotWriter.Write(snapshot, stream));
        return packed.ToArray();
    }
}
