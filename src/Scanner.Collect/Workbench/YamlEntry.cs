namespace Scanner.Collect.Workbench;

/// <summary>A line of YAML with a key.</summary>
internal sealed record YamlEntry(string Key, string Value)
{
    /// <param name="text">The line without its indentation.</param>
    /// <returns>Null where it has no key.</returns>
    public static YamlEntry? Of(string text) => text[0] switch
    {
        '{' or '[' or '?' => null,
        '"' or '\'' => Quoted(text),
        _ => Plain(text),
    };

    private static YamlEntry? Quoted(string text)
    {
        var end = text.IndexOf(text[0], 1);
        if (end < 0) return null;
        var colon = end + 1;
        while (colon < text.Length && text[colon] == ' ') colon++;
        return IsColon(text, colon) ? new(text[1..end], Behind(text, colon)) : null;
    }

    private static YamlEntry? Plain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && i > 0 && char.IsWhiteSpace(text[i - 1])) return null;
            if (IsColon(text, i)) return new(text[..i].TrimEnd(), Behind(text, i));
        }
        return null;
    }

    private static bool IsColon(string text, int at) => at < text.Length && text[at] == ':' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    /// <summary>The value; a comment is none.</summary>
    private static string Behind(string text, int colon) => text[(colon + 1)..].Trim() is var value && value.StartsWith('#') ? "" : value;
}
