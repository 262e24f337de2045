namespace Scanner.Collect.Declared.Workbench;

/// <summary>Refuses what no configuration file of Workbench has, and what its own reader would take for part of a value.</summary>
internal static class PlainCharacters
{
    private const int LongestLine = 16 * 1024;

    private const string TypographicQuotes = "“”„‟‘’‚‛«»";

    /// <exception cref="DeclaredException">There is such a character, or an over-long line.</exception>
    public static void Check(DeclaredText file)
    {
        var (line, start, isComment, before) = (1, 0, false, '\0');
        for (var i = 0; i < file.Text.Length; i++)
        {
            var c = file.Text[i];
            if (c == '\n')
            {
                (line, start, isComment, before) = (line + 1, i + 1, false, '\0');
                continue;
            }
            if (i - start == LongestLine) throw file.Error(line, LongestLine, $"a line of more than {LongestLine / 1024} KB, which no such file has");
            if (Problem(file.Text, i) is { } problem) throw file.Error(line, i - start + 1, problem);
            isComment |= c is '#' or ';' && before == '\0';
            if (!isComment && (before is '\0' or '=' or ':' or '[') && TypographicQuotes.Contains(c, StringComparison.Ordinal))
                throw file.Error(line, i - start + 1, "typographic quotes, as word processors write them: leave them out");
            if (!char.IsWhiteSpace(c)) before = c; // the last that is no blank
        }
    }

    private static string? Problem(string text, int i) => text[i] switch
    {
        '\t' => null,
        '\0' => "a NUL character, which no text has",
        '\r' when i + 1 < text.Length && text[i + 1] == '\n' => null,
        '\r' => "a carriage return without a line feed: save the file with line feeds",
        '\u2028' or '\u2029' => "a Unicode line separator, which Workbench takes for no end of a line",
        var c when char.IsControl(c) => $"a control character (U+{(int)c:X4})",
        _ => null,
    };
}
