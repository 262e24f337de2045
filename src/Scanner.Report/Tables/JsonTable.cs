using System.Text.Encodings.Web;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Report.Tables;

/// <summary>A table for programs: an object for each row; what was not seen is <c>{"?": …}</c> with what would show it.</summary>
internal static class JsonTable
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static void Write(Table table, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteBoolean("complete", table.IsComplete);
        Names(json, "columns", table.Columns);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows) Row(json, table.Columns, row);
        json.WriteEndArray();
        json.WriteStartArray("mayLack");
        foreach (var gap in table.Unlisted) Missing(json, gap);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, IReadOnlyList<string> columns, TableRow row)
    {
        json.WriteStartObject();
        foreach (var (name, cell) in columns.Zip(row.Cells))
        {
            json.WritePropertyName(name);
            Value(json, cell);
        }
        if (row.Doubt is { } doubt)
        {
            json.WritePropertyName("?");
            Details(json, doubt);
        }
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Cell cell)
    {
        switch (cell)
        {
            case Cell.Absent: json.WriteNullValue(); break;
            case Cell.Flag flag: json.WriteBooleanValue(flag.Value); break;
            case Cell.Number number: json.WriteRawValue(number.Value); break;
            case Cell.Unknown unknown: Missing(json, unknown.Gap); break;
            case Cell.Some some: Missing(json, some.Gap, some.Words); break;
            case Cell.Many many: List(json, many); break;
            case Cell.Parts parts: Parts(json, parts); break;
            default: json.WriteStringValue(CellText.Of(cell)); break;
        }
    }

    private static void List(Utf8JsonWriter json, Cell.Many many)
    {
        json.WriteStartArray();
        foreach (var one in many.Cells) Value(json, one);
        if (many.Unlisted is { } gap) Missing(json, gap);
        json.WriteEndArray();
    }

    private static void Parts(Utf8JsonWriter json, Cell.Parts parts)
    {
        json.WriteStartObject();
        foreach (var (name, part) in parts.Named)
        {
            json.WritePropertyName(name);
            Value(json, part);
        }
        json.WriteEndObject();
    }

    private static void Missing(Utf8JsonWriter json, Gap gap, string? told = null)
    {
        json.WriteStartObject();
        if (told is not null) json.WriteString("about", told);
        json.WritePropertyName("?");
        Details(json, gap);
        json.WriteEndObject();
    }

    private static void Details(Utf8JsonWriter json, Gap gap)
    {
        json.WriteStartObject();
        json.WriteString("action", gap.Action);
        json.WriteString("cause", JsonNamingPolicy.CamelCase.ConvertName(gap.Cause.ToString()));
        json.WriteString("detail", gap.Detail);
        json.WriteString("remedy", gap.Remedy.ToString());
        json.WriteEndObject();
    }
}
