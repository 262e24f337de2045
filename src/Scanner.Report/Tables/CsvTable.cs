namespace Scanner.Report.Tables;

/// <summary>A table for spreadsheets (RFC 4180). No cell starts a formula, whatever people named their resources.</summary>
internal static class CsvTable
{
    public static void Write(Table table, TextWriter writer)
    {
        var doubtful = table.Rows.Any(r => r.Doubt is not null);
        Line(writer, [.. table.Columns.Select(Quoted), .. doubtful ? [Quoted("In doubt")] : (string[])[]]);
        foreach (var row in table.Rows)
            Line(writer, [.. row.Cells.Select(Quoted), .. doubtful ? [row.Doubt is { } doubt ? Quoted(CellText.Of(doubt)) : ""] : (string[])[]]);
        foreach (var gap in table.Unlisted)
            Line(writer, [Quoted($"? there may be more: {gap} · {gap.Remedy}"), .. Enumerable.Repeat("", table.Columns.Count - 1 + (doubtful ? 1 : 0))]);
    }

    private static void Line(TextWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(',', cells) + "\r\n");

    private static string Quoted(Cell cell) => cell is Cell.Number number ? number.Value : Quoted(CellText.Of(cell));

    private static string Quoted(string text)
    {
        var plain = PlainText.Of(text);
        if (plain.AsSpan().TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'), ..]) plain = "'" + plain;
        return plain.AsSpan().IndexOfAny(',', '"', '\'') < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
