using System.Text;

namespace Scanner.Report.Tables;

/// <summary>A format that the answer of a query is written in.</summary>
/// <param name="Name">What <c>--out</c> calls it.</param>
/// <param name="Write">Writes a table; the stream stays open.</param>
public sealed record TableFormat(string Name, Action<Table, Stream> Write)
{
    /// <summary>All of them; the first is for people.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new("table", (table, stream) => Text(stream, writer => TextTable.Write(table, writer))),
        new("json", JsonTable.Write),
        new("csv", (table, stream) => Text(stream, writer => CsvTable.Write(table, writer))),
    ];

    /// <summary>The table of an answer.</summary>
    /// <param name="value">What the query gave.</param>
    /// <param name="missing">Why it gave nothing; null where it gave something.</param>
    /// <param name="type">The type of what it gives.</param>
    /// <param name="columns">What the parts of a tuple are called.</param>
    public static Table Lay(object? value, Model.Gap? missing, Type type, IReadOnlyList<string> columns) => new TableMaker(columns).Of(value, missing, type);

    private static void Text(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    }
}
