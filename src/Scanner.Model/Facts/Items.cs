using System.Collections;
using System.Runtime.CompilerServices;
using Scanner.Model.Budgets;

namespace Scanner.Model;

/// <summary>A read-only list with value equality. Its elements are known; what is asked of them may be unknown.</summary>
[CollectionBuilder(typeof(Items), nameof(Items.Create))]
public sealed class Items<T> : IEquatable<Items<T>>, IEnumerable<T>, IShown
{
    private readonly T[] _items;

    internal Items(T[] items)
    {
        _items = items;
        Budget.Add(items.Length);
    }

    public int Count => _items.Length;

    public bool IsEmpty => _items.Length == 0;

    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[int index] => _items[index];

    public bool Contains(T item) => Array.IndexOf(_items, item) >= 0;

    /// <summary>Whether some element holds; unknown if none surely does and some may.</summary>
    public Truth Any(Func<T, Truth> holds)
    {
        Truth any = Truth.Of(false, Evidence.Derived);
        foreach (var item in _items)
        {
            any |= Asking.Of(holds, item);
            if (any.IsTrue) return any;
        }
        return any;
    }

    /// <summary>Whether every element holds; true for an empty list.</summary>
    public Truth All(Func<T, Truth> holds) => !Any(item => !holds(item));

    /// <summary>The elements that hold.</summary>
    /// <exception cref="UnknownFactException">For some element it cannot be told.</exception>
    public Items<T> Where(Func<T, Truth> holds) => new(Array.FindAll(_items, item => holds(item)));

    public int Sum(Func<T, int> number)
    {
        var sum = 0;
        foreach (var item in _items) sum += number(item);
        return sum;
    }

    public Items<TResult> Select<TResult>(Func<T, TResult> map) => new(Array.ConvertAll(_items, item => map(item)));

    /// <summary>The elements, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _items.Select(Shown.Of));

    string IShown.Show() => IsEmpty ? "none" : ToString();

    public bool Equals(Items<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
