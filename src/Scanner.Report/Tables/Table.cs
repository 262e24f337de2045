using Scanner.Model;

namespace Scanner.Report.Tables;

/// <summary>The answer of a query: rows with named columns, and what is missing among them.</summary>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Why there may be more rows; none where everything was listed.</summary>
    public IReadOnlyList<Gap> Unlisted { get; init; } = [];

    /// <summary>Whether every row, and every cell in it, was seen.</summary>
    public bool IsComplete => Unlisted.Count == 0 && Rows.All(r => r.Doubt is null && !r.Cells.Any(c => c.Gaps.Any()));

    /// <summary>Several answers below each other, each row with where it is from.</summary>
    public static Table Of(string column, IReadOnlyList<(string Name, Table Table)> parts) => new(
        [column, .. parts[0].Table.Columns],
        [.. parts.SelectMany(p => p.Table.Rows.Select(r => r with { Cells = [new Cell.Text(p.Name), .. r.Cells] }))])
        {
            Unlisted = [.. parts.SelectMany(p => p.Table.Unlisted).Distinct()],
        };
}
