namespace Scanner.Model;

/// <summary>Names and values, such as tags and labels; sorted by name, compared by value.</summary>
public sealed class StringMap : IEquatable<StringMap>, IShown
{
    internal static readonly StringMap Empty = new([]);

    private readonly SortedDictionary<string, string> _values;

    internal StringMap(IEnumerable<KeyValuePair<string, string>> values)
    {
        _values = new(StringComparer.Ordinal);
        foreach (var (name, value) in values) _values[name] = value;
    }

    /// <summary>The value, or null where the name is absent.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public int Count => _values.Count;

    public bool Has(string name) => _values.ContainsKey(name);

    internal IEnumerable<KeyValuePair<string, string>> Entries => _values;

    public bool Equals(StringMap? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as StringMap);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _values) hash.Add((name, value));
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", _values.Select(v => $"{v.Key}={v.Value}"));

    string IShown.Show() => Count == 0 ? "none" : ToString();
}
