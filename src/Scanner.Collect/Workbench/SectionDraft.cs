using Scanner.Model;

namespace Scanner.Collect.Workbench;

/// <summary>A section while its lines are read.</summary>
internal sealed class SectionDraft(string name)
{
    private const int LongestKey = 128;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private readonly List<(string Key, int Line, int Column, int EndColumn)> _places = [];

    /// <summary>Why the last line was not taken; null where it was no key at all.</summary>
    public string? Problem { get; private set; }

    public string Name => name;

    /// <summary>The value of its key <c>name</c> as it is kept; null where it has none.</summary>
    public string? Named => _values.TryGetValue("name", out var named) ? SecretValue.Kept("name", named) : null;

    /// <summary>Takes a key, unless it is none, or has another value already: which of the two holds is the product's affair.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <param name="line">The line that sets it.</param>
    /// <param name="column">Where the key begins.</param>
    /// <param name="endColumn">Behind the value.</param>
    public bool Add(string key, string value, int line, int column, int endColumn)
    {
        if (!IsKey(key)) return false;
        if (_values.TryAdd(key, value))
        {
            _places.Add((key, line, column, endColumn));
            return true;
        }
        if (_values[key] == value) return true;
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

    /// <summary>Where its keys stand.</summary>
    /// <param name="label">What tells the section from others; empty for what stands before the first one.</param>
    public IEnumerable<SettingPlace> Places(string label) => _places.Select(p => new SettingPlace(
        label.Length == 0 ? p.Key : $"{label}.{p.Key}", p.Key, SecretValue.Kept(p.Key, _values[p.Key]) == _values[p.Key], p.Line, p.Column, p.EndColumn));

    /// <summary>What looks random is no key: a line of a certificate may end in <c>=</c> too.</summary>
    private static bool IsKey(string text) => text.Length is > 0 and <= LongestKey && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !SecretValue.LooksRandom(text);
}
