using Scanner.Report.Json;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>A format that the report on a change is written in.</summary>
/// <param name="Name">What <c>--out</c> calls it.</param>
/// <param name="Write">Writes it; the stream stays open.</param>
public sealed record FlipFormat(string Name, Action<IReadOnlyList<FlippedVerdict>, Stream, ReportOptions> Write)
{
    /// <summary>All of them; the first is for people.</summary>
    public static IReadOnlyList<FlipFormat> All { get; } = [new("text", FlippedVerdicts.Write), new("json", FlipJson.Write)];
}
