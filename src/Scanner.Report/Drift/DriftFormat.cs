using System.Text;
using Scanner.Model.Drift;
using Scanner.Report.Json;

namespace Scanner.Report.Drift;

/// <summary>A format that drift is written in.</summary>
/// <param name="Name">What <c>--out</c> calls it.</param>
/// <param name="Write">Writes a report about two scans; the stream stays open.</param>
/// <param name="WriteDeclared">Writes a report about what is declared.</param>
public sealed record DriftFormat(string Name, Action<DriftReport, Stream, ReportOptions> Write, Action<DeclaredDrift, Stream, ReportOptions> WriteDeclared)
{
    /// <summary>All of them; the first is for people.</summary>
    public static IReadOnlyList<DriftFormat> All { get; } =
    [
        new("text", (report, stream, options) => Text(stream, writer => DriftText.Write(report, writer, options)),
            (drift, stream, options) => Text(stream, writer => DeclaredText.Write(drift, writer, options))),
        new("json", (report, stream, _) => DriftJson.Write(report, stream), (drift, stream, _) => DeclaredDocuments.Write(drift, stream)),
        new("markdown", (report, stream, options) => Text(stream, writer => DriftMarkdown.Write(report, writer, options)),
            (drift, stream, options) => Text(stream, writer => DeclaredMarkdown.Write(drift, writer, options))),
    ];

    private static void Text(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    }
}
