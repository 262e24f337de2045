namespace Scanner.Collect.Workbench;

/// <summary>Forms of YAML that a look at one line does not follow.</summary>
internal static class YamlForm
{
    /// <summary>Whether the key is written as it is and the value does not go on over what looks like keys.</summary>
    /// <param name="line">Without its indentation.</param>
    /// <param name="entry">What was taken from it.</param>
    public static bool IsFollowed(string line, YamlEntry entry) =>
        line[0] is not ('&' or '!' or '*' or '?') && !(line[0] == '"' && entry.Key.Contains('\\', StringComparison.Ordinal)) && Ends(Bare(entry.Value));

    /// <summary>The scheduler's name and the node's place pods past everything else. Of the node the launcher's own is nobody's requirement.</summary>
    public static bool PlacesPods(YamlEntry entry, RenderedLine line) => entry.Key == "schedulerName" || entry.Key == "nodeName"
        && !(line.Condition?.StartsWith("{{ if .Job.host }} ", StringComparison.Ordinal) is true
            && entry.Value.Trim('"') == RenderedText.Mark.ToString() && line.Marks is [var mark] && mark.Contains(" .Job.host ", StringComparison.Ordinal));

    /// <summary>The value without anchors and tags before it.</summary>
    private static string Bare(string value)
    {
        while (value.Length > 0 && value[0] is '&' or '!') value = value.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? value[space..].TrimStart() : "";
        return value;
    }

    /// <summary>Whether quotes and brackets with which a value begins are closed in it.</summary>
    private static bool Ends(string value)
    {
        if (value is not ['"' or '\'' or '[' or '{', ..]) return true;
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '"' or '\'' && (i == 0 || value[i - 1] is ' ' or ',' or '[' or '{' or ':')) i = EndOfQuoted(value, i);
            if (i < 0) return false;
            if (value[i] is '[' or '{') depth++;
            if (value[i] is ']' or '}') depth--;
            if (depth == 0) return true;
        }
        return false;
    }

    /// <summary>The closing quote; -1 where there is none.</summary>
    private static int EndOfQuoted(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\') i++;
            else if (text[i] == text[start])
            {
                if (text[i] == '"' || i + 1 == text.Length || text[i + 1] != '\'') return i;
                i++;
            }
        }
        return -1;
    }
}
