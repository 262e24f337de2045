namespace Scanner.Report.Tables;

/// <summary>A table for people, in columns.</summary>
internal static class TextTable
{
    private const int Widest = 60;
    private const int WidestLast = 160;
    private const string Doubtful = "In doubt";

    public static void Write(Table table, TextWriter writer)
    {
        var doubtful = table.Rows.Any(r => r.Doubt is not null);
        var lines = table.Rows.Select(r => (string[])[.. r.Cells.Select((c, i) => Shown(CellText.Of(c), i == r.Cells.Count - 1 ? WidestLast : Widest)), .. doubtful ? [r.Doubt is { } doubt ? Shown(CellText.Of(doubt), WidestLast) : ""] : (string[])[]])
            .Prepend([.. table.Columns.Select(c => Shown(c, Widest)), .. doubtful ? [Doubtful] : (string[])[]]).ToList();
        var widths = lines[0].Select((_, i) => lines.Max(l => Columns(l[i]))).ToList();
        foreach (var line in lines) writer.Write(string.Join("  ", line.Select((cell, i) => cell + new string(' ', widths[i] - Columns(cell)))).TrimEnd() + "\n");
        foreach (var line in Missing(table)) writer.Write(line + "\n");
    }

    /// <summary>What would be easy to overlook: that the answer is not the whole one.</summary>
    public static IEnumerable<string> Missing(Table table)
    {
        if (table.Rows.Count == 0 && table.Unlisted.Count == 0) yield return "no rows, and all of them were listed";
        foreach (var gap in table.Unlisted) yield return PlainText.Of($"? there may be more: {gap} · {gap.Remedy}");
    }

    private static int Columns(string text) => text.EnumerateRunes().Count();

    private static string Shown(string text, int widest)
    {
        var plain = PlainText.Of(text);
        return plain.Length == 0 ? "\"\"" : plain.Length <= widest ? plain : plain[..(char.IsHighSurrogate(plain[widest - 1]) ? widest - 1 : widest)] + "…";
    }
}
