namespace Scanner.Model;

/// <summary>Makes <see cref="Items{T}"/>: <c>Items&lt;int&gt; ports = [443, 8787];</c></summary>
public static class Items
{
    public static Items<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    internal static Items<T> ToItems<T>(this IEnumerable<T> items) => new([.. items]);
}
