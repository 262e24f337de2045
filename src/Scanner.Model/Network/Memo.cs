using System.Collections.Concurrent;

namespace Scanner.Model;

/// <summary>Results by key, each worked out once. Safe for concurrent use.</summary>
internal sealed class Memo<TKey, TValue>(Func<TKey, TValue> work) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Aside<TValue>> _known = [];

    public TValue this[TKey key] => _known.GetOrAdd(key, k => Aside<TValue>.Of(() => work(k))).Tell();
}
