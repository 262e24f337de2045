using System.Text;
using System.Text.Json;
using Scanner.Model.History;

namespace Scanner.Report.History;

/// <summary>A format that a history is written in.</summary>
/// <param name="Name">What <c>--out</c> calls it.</param>
/// <param name="Write">Writes it; the stream stays open.</param>
public sealed record HistoryFormat(string Name, Action<HistoryReport, Stream, ReportOptions> Write)
{
    /// <summary>All of them; the first is for people.</summary>
    public static IReadOnlyList<HistoryFormat> All { get; } = [new("text", WriteText), new("json", WriteJson)];

    private static void WriteText(HistoryReport history, Stream stream, ReportOptions options)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        HistoryText.Write(history, writer, options);
    }

    private static void WriteJson(HistoryReport history, Stream stream, ReportOptions options)
    {
        JsonSerializer.Serialize(stream, HistoryDocuments.Of(history), HistoryJson.Default.HistoryDocument);
        stream.WriteByte((byte)'\n');
    }
}
