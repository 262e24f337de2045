using Scanner.Model;

namespace Scanner.Collect;

/// <summary>What a listing call brought: its items, and the gap where there may be more.</summary>
internal sealed class Listing<T> where T : class
{
    private readonly string _kind;

    private Listing(Evidence evidence, string kind, IReadOnlyList<Answer<T>> items, Gap? gap) => (Evidence, _kind, Items, Gap) = (evidence, kind, items, gap);

    public Evidence Evidence { get; }

    /// <summary>Each item as an answer of its own, all with the listing's evidence.</summary>
    public IReadOnlyList<Answer<T>> Items { get; }

    /// <summary>Why there may be more; null where the listing is complete.</summary>
    public Gap? Gap { get; }

    /// <summary>The same listing, asked for the sake of another kind.</summary>
    public Listing<T> About<TKind>() where TKind : Resource
    {
        var kind = typeof(TKind).Name;
        var gap = Gap is not null && Gap.Kind == _kind ? Gap with { Kind = kind } : Gap; // one that is about no kind stays the one that all have
        return new(Evidence, kind, [.. Items.Select(i => new Answer<T>(Evidence, kind, i.Value, null))], gap);
    }

    /// <summary>All items as one answer, which is the gap where there may be more.</summary>
    public Answer<IReadOnlyList<T>> Whole() => new(Evidence, _kind, Gap is null ? [.. Items.Select(i => i.Value!)] : null, Gap);

    /// <summary>The item that is sought; where there is none, the listing's gap, or one that names <paramref name="what"/>.</summary>
    public Answer<T> Find(Func<T, bool> sought, string what) => Items.FirstOrDefault(i => sought(i.Value!)) ?? Whole().Part<T>(_ => null, what);

    /// <summary>Items without an identity cannot be kept; the listing is incomplete for want of them.</summary>
    public static Listing<T> Of(Evidence evidence, string kind, IReadOnlyList<T> found, Func<T, string?> id, string idField, Gap? gap)
    {
        var named = found.Where(item => id(item) is { Length: > 0 }).DistinctBy(id, StringComparer.Ordinal);
        if (found.Any(item => id(item) is not { Length: > 0 }))
            gap ??= new(evidence.Scope, kind, evidence.Action, GapCause.Unsupported, $"{evidence.Action} answered with an item without {idField}",
                new(RemedyKind.Flag, "use a newer scanner, or report what it saw"));
        return new(evidence, kind, [.. named.Select(item => new Answer<T>(evidence, kind, item, null))], gap);
    }
}
