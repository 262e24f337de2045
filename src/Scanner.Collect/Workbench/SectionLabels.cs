namespace Scanner.Collect.Workbench;

/// <summary>Names sections apart: a section's name, with that of what it describes, or its number, in brackets where it may come several times.</summary>
internal sealed class SectionLabels
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <param name="section">The section's name.</param>
    /// <param name="named">The value of its key <c>name</c>, as it is kept; null where it has none.</param>
    public string Of(string section, string? named)
    {
        var number = _seen[section] = _seen.TryGetValue(section, out var before) ? before + 1 : 1;
        var label = named is { Length: > 0 and <= 64 } && named != SecretValue.NotKept ? $"{section}[{named}]" : number == 1 ? section : $"{section}[{number}]";
        while (!_given.Add(label)) label = $"{section}[{++number}]";
        return label;
    }
}
