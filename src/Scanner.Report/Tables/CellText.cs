using System.Text;
using Scanner.Model;

namespace Scanner.Report.Tables;

/// <summary>Cells as one line of text, for tables and CSV.</summary>
internal static class CellText
{
    public static string Of(Cell cell) => cell switch
    {
        Cell.Absent => "none",
        Cell.Flag flag => flag.Value ? "true" : "false",
        Cell.Number number => number.Value,
        Cell.Text text => text.Value,
        Cell.Unknown unknown => Of(unknown.Gap),
        Cell.Some some => $"{some.Words} {Of(some.Gap)}",
        Cell.Many many => Of(many),
        Cell.Parts parts when parts.Named.All(p => p.Cell is Cell.Absent) => "none",
        Cell.Parts parts => string.Join(' ', parts.Named.Where(p => p.Cell is not Cell.Absent).Select(p => $"{p.Name}={Of(p.Cell)}")),
        _ => throw new InvalidOperationException($"{cell.GetType().Name} is no cell"),
    };

    /// <summary>Why something is missing, by what would show it.</summary>
    public static string Of(Gap gap) => gap.Remedy.Kind switch
    {
        RemedyKind.Permission => $"? (needs {gap.Remedy.What})",
        RemedyKind.Probe or RemedyKind.Parameter => $"? (needs {gap.Remedy})",
        _ => $"? ({gap.Remedy})",
    };

    private static string Of(Cell.Many many)
    {
        var text = new StringBuilder().AppendJoin(", ", many.Cells.Select(c => c is Cell.Parts ? $"[{Of(c)}]" : Of(c)));
        if (many.Unlisted is { } gap) return text.Append(text.Length == 0 ? "" : ", ").Append(Of(gap)).ToString();
        return text.Length == 0 ? "none" : text.ToString();
    }
}
