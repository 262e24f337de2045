using System.Text;
using Scanner.Model.Findings;
using Scanner.Report.Drift;

namespace Scanner.Report.Text;

/// <summary>The report for people: what is wrong first, then what could not be told and what would tell it.</summary>
internal static class TextReport
{
    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(report.Sorted(), new TextCanvas(writer, options), options);
    }

    private static void Write(ScanReport report, TextCanvas canvas, ReportOptions options)
    {
        var head = new HeadLines(report, canvas, options);
        if (report.Environments.Count == 0) head.Nothing();
        foreach (var environment in report.Environments)
        {
            if (environment != report.Environments[0]) canvas.Blank();
            head.Write(environment);
            new BaselineLines(report, canvas, options).Counts(environment);
            new FailureLines(canvas, options).Write(environment);
            new WaivedLines(canvas, options).Write(environment);
            new BaselineLines(report, canvas, options).Past(environment);
            new UnknownLines(canvas, options).Write(environment);
            new NoteLines(canvas, options).Write(environment);
        }
        if (report.Environments.Count > 1) head.Totals();
        new BaselineLines(report, canvas, options).Elsewhere();
        DeclaredText.Write(report, canvas, options);
        new ScopeLines(canvas).Write(report);
        new HindranceLines(canvas, options).Write(report);
        new NextLines(report, canvas, options).Write();
    }
}
