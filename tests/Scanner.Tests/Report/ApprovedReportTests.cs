using Scanner.Model.Findings;
using Scanner.Report.Html;
using Scanner.Tests.Report.Html;

namespace Scanner.Tests.Report;

public sealed class ApprovedReportTests
{
    public static readonly string[] Malice =
    [
        "\e[2J\e]0;owned\a", "a\r\nFAILED  0 errors", "](javascript:alert(1))", "<script>alert(1)</script>",
        "\u202Egnp.exe\u2066", "`$(reboot)` {0} '; \\ 🙂",
    ];

    public static TheoryData<string, string> Cases => new(
        from sample in new[] { "mixed", "two", "nothing", "healthy", "hostile", "accepted" }
        from file in new[] { "txt", "json", "sarif", "github.sarif", "html", "md", "junit.xml" }
        where !(sample is "healthy" && file is not "txt")
        select (sample, file));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_approved(string sample, string file) =>
        ReportFiles.AssertApproved($"{sample}.{file}", WithoutStyle(ReportFiles.Write(Format(file), Sample(sample), ReportFiles.Options with { PictureOf = file is "html" or "md" ? SamplePictures.Of : null })));

    [Fact]
    public void A_terminal_gets_colours_and_lines_that_fit()
    {
        var text = ReportFiles.Write("text", SampleReports.Mixed(), new() { Colour = true, Width = 72, Notes = true, Verbose = true });
        ReportFiles.AssertApproved("mixed.terminal.txt", text);
    }

    internal static ScanReport Sample(string name) => name switch
    {
        "mixed" => SampleReports.Mixed(),
        "two" => SampleReports.TwoEnvironments(),
        "nothing" => SampleReports.Nothing(),
        "healthy" => SampleReports.Healthy(),
        "accepted" => AcceptedReports.Accepted(),
        _ => SampleReports.Hostile(Malice),
    };

    private static string Format(string file) => file switch
    {
        "txt" => "text",
        "github.sarif" => "github-sarif",
        "md" => "markdown",
        "junit.xml" => "junit",
        _ => file,
    };

    /// <summary>What is the same in every HTML report, and looked at in a browser.</summary>
    private static string WithoutStyle(string written) => written.Replace(HtmlAssets.Style, "…", StringComparison.Ordinal).Replace(HtmlAssets.Script, "…", StringComparison.Ordinal).Replace(HtmlAssets.Policy, "…", StringComparison.Ordinal);
}
