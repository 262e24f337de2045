using System.Text;
using Scanner.Model.Findings;
using Scanner.Report;

namespace Scanner.Tests.Report.Annotations;

/// <summary>Every line is one workflow command, whatever the scan says, and no more of each kind than GitHub takes.</summary>
public sealed class AnnotationReportTests
{
    [Fact]
    public void Failures_stand_at_their_lines_and_what_is_undecided_is_said()
    {
        var lines = Lines(SampleReports.Mixed());
        Assert.All(lines, l => Assert.Matches("^::(error|warning|notice) [^\n]+::.+$", l));
        Assert.Contains(lines, l => l.StartsWith("::error file=", StringComparison.Ordinal) && l.Contains("%0Afix: ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("::warning title=", StringComparison.Ordinal) && l.Contains("could not be decided::", StringComparison.Ordinal));
    }

    [Fact]
    public void What_found_nothing_to_check_says_so() => Assert.Contains("Nothing to check was found", Assert.Single(Lines(SampleReports.Nothing())), StringComparison.Ordinal);

    [Fact]
    public void Foreign_text_makes_no_command()
    {
        string[] texts = ["\n::error::injected", "a\r::set-output name=x::y", "100% :: , \u001b[2J"];
        Assert.All(Lines(SampleReports.Hostile(texts)), l => Assert.Matches("^::(error|warning|notice) [^:]*::", l));
        Assert.DoesNotContain('\u001b', Text(SampleReports.Hostile(texts)));
    }

    [Fact]
    public void As_many_of_a_kind_as_github_takes_and_the_last_says_how_many_more()
    {
        Assert.Equal(10, Errors(SampleReports.Hostile([.. Enumerable.Range(1, 20).Select(i => $"text {i}")])).Count);
        var cut = Errors(SampleReports.Hostile([.. Enumerable.Range(1, 22).Select(i => $"text {i}")]));
        Assert.Equal((10, "::error title=Scanner::and 2 more, in the job summary"), (cut.Count, cut[^1]));
    }

    private static List<string> Errors(ScanReport report) => [.. Lines(report).Where(l => l.StartsWith("::error", StringComparison.Ordinal))];

    private static string[] Lines(ScanReport report) => Text(report).TrimEnd('\n').Split('\n');

    private static string Text(ScanReport report)
    {
        using var output = new MemoryStream();
        ReportFormat.Find("annotations")!.Write(report, output, new());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
