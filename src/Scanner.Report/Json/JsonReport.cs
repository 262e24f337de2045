using System.Text.Json;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>The report for programs: everything, in a documented form.</summary>
internal static class JsonReport
{
    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        JsonSerializer.Serialize(output, new DocumentMaker(report.Sorted(), options).Make(), ReportJson.Default.ReportDocument);
        output.WriteByte((byte)'\n');
    }
}
