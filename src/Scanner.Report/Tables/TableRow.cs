using Scanner.Model;

namespace Scanner.Report.Tables;

/// <summary>One row.</summary>
/// <param name="Cells">A cell for each column.</param>
/// <param name="Doubt">Why it may not belong to the answer; null where it surely does.</param>
public sealed record TableRow(IReadOnlyList<Cell> Cells, Gap? Doubt);
