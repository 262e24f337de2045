using Scanner.Model.Findings;
using Scanner.Report.Annotations;
using Scanner.Report.Html;
using Scanner.Report.JUnit;
using Scanner.Report.Json;
using Scanner.Report.Markdown;
using Scanner.Report.Sarif;
using Scanner.Report.Text;

namespace Scanner.Report;

/// <summary>A format that reports are written in.</summary>
/// <param name="Name">What <c>--out</c> calls it.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Write">Writes a report; the stream stays open.</param>
public sealed record ReportFormat(string Name, string Description, Action<ScanReport, Stream, ReportOptions> Write)
{
    /// <summary>Whether it tells what failures rest on, which takes time to find out.</summary>
    public bool TellsFacts { get; private init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", "for people", TextReport.Write),
        new("html", "for people who were not there", HtmlReport.Write) { TellsFacts = true },
        new("markdown", "for GitHub's job summary, pull requests and wikis", MarkdownReport.Write),
        new("annotations", "for pull requests on GitHub", AnnotationReport.Write),
        new("junit", "for CI servers that read test results", JUnitReport.Write),
        new("json", "everything, for programs", JsonReport.Write) { TellsFacts = true },
        new("sarif", "every verdict, for audit and viewers", SarifReport.WriteFull),
        new("github-sarif", "failures, for GitHub code scanning", SarifReport.WriteForGitHub),
    ];

    /// <summary>The format of that name; null if there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
