using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws;

/// <summary>A kind of which only what other listings name is asked for: each id once, as soon as one of them names it.</summary>
/// <remarks>The listings are followed side by side, so that one that is throttled keeps no other waiting.</remarks>
/// <param name="sink">Where coverage is told.</param>
/// <param name="action">The action that asks for ids.</param>
/// <param name="ask">Asks for some ids.</param>
internal sealed class NamedByOthers<TKind>(SnapshotBuilder sink, string action, Func<List<string>, Task> ask) where TKind : Resource
{
    /// <summary>As many values as a filter may have.</summary>
    private const int Batch = 200;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Asks for what the listing names and no other has named before.</summary>
    public async Task Follow<T>(Task<Listing<T>> listing, Func<T, IEnumerable<string?>> names) where T : class
    {
        var all = (await listing).About<TKind>();
        sink.Cover<TKind>(all.Evidence, all.Gap);
        // until something is named, nothing is asked, and the listing is complete all the same
        var fresh = Fresh(all.Items.SelectMany(i => names(i.Value!)));
        if (fresh.Count == 0) sink.Cover<TKind>(all.Evidence with { Action = action }, null);
        await Task.WhenAll(fresh.Chunk(Batch).Select(ids => ask([.. ids])));
    }

    private List<string> Fresh(IEnumerable<string?> names)
    {
        lock (_lock) return [.. names.OfType<string>().Where(_named.Add).Order(StringComparer.Ordinal)];
    }
}
