using System.Text;
using System.Xml;
using Scanner.Model.Findings;

namespace Scanner.Report.JUnit;

/// <summary>The report for CI servers that read test results. Only what surely holds is a passed test.</summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        var sorted = report.Sorted();
        IReadOnlyList<JUnitSuite> suites = [.. sorted.Environments.Select(e => new VerdictCases(e, sorted, options).Suite), new ScanCases(sorted).Suite];
        using var xml = XmlWriter.Create(output, s_settings);
        new JUnitWriter(xml, sorted.Snapshot.Header).Write(suites);
    }
}
