using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>A section while its lines are read.</summary>
internal sealed class SectionDraft(string name)
{
    private const int LongestKey = 128;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Why the last line was not taken; null where it was no key at all.</summary>
    public string? Problem { get; private set; }

    /// <summary>Takes a key, unless it is none, or has another value already: which of the two holds is the product's affair.</summary>
    public bool Add(string key, string value)
    {
        if (!IsKey(key)) return false;
        if (_values.TryAdd(key, value) || _values[key] == value) return true;
        Problem = $"{key} is set twice, differently";
        return false;
    }

    /// <summary>Adds a line to a value.</summary>
    public void Continue(string key, string line) => _values[key] = _values[key].Length == 0 ? line : $"{_values[key]}\n{line}";

    public void AddTo(List<ConfigurationSection> sections)
    {
        if (_values.Count == 0 && name.Length == 0) return;
        sections.Add(new(name, new(_values.Select(v => KeyValuePair.Create(v.Key, SecretValue.Kept(v.Key, v.Value))))));
    }

    /// <summary>What looks random is no key: a line of a certificate may end in <c>=</c> too.</summary>
    private static bool IsKey(string text) => text.Length is > 0 and <= LongestKey && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !SecretValue.LooksRandom(text);
}
