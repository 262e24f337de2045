using System.Text;
using Scanner.Model.Findings;

namespace Scanner.Report.Html;

/// <summary>The report for people who were not there: one file that a browser opens from anywhere, offline too.</summary>
internal static class HtmlReport
{
    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(new HtmlPage(report.Sorted(), options).Make().ToString());
    }
}
