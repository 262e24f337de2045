using Scanner.Model;

namespace Scanner.Report.Tables;

/// <summary>A value of a table, in whichever format it will be written.</summary>
public abstract record Cell
{
    private Cell() { }

    /// <summary>Surely nothing there.</summary>
    public sealed record Absent : Cell;

    public sealed record Flag(bool Value) : Cell;

    /// <summary>A number, as JSON writes it.</summary>
    public sealed record Number(string Value) : Cell;

    public sealed record Text(string Value) : Cell;

    /// <summary>Not seen.</summary>
    public sealed record Unknown(Gap Gap) : Cell;

    /// <summary>A list, which may lack something.</summary>
    public sealed record Many(IReadOnlyList<Cell> Cells, Gap? Unlisted) : Cell;

    /// <summary>A count that is not exact.</summary>
    public sealed record Some(string Words, Gap Gap) : Cell;

    /// <summary>A thing with named parts.</summary>
    public sealed record Parts(IReadOnlyList<(string Name, Cell Cell)> Named) : Cell;

    /// <summary>Every gap in it.</summary>
    public IEnumerable<Gap> Gaps => this switch
    {
        Unknown unknown => [unknown.Gap],
        Some some => [some.Gap],
        Many many => many.Cells.SelectMany(c => c.Gaps).Concat(many.Unlisted is { } gap ? [gap] : []),
        Parts parts => parts.Named.SelectMany(p => p.Cell.Gaps),
        _ => [],
    };
}
