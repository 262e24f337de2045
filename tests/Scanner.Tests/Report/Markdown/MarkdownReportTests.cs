using System.Text;
using System.Text.RegularExpressions;
using Scanner.Report.Markdown;
using Scanner.Tests.Report.Html;

namespace Scanner.Tests.Report.Markdown;

public sealed partial class MarkdownReportTests
{
    private const string Cut = "**Cut here:**";

    public static TheoryData<string> Samples => [.. HtmlFile.Samples];

    [Theory, MemberData(nameof(Samples))]
    public void Rows_of_a_table_have_the_columns_of_its_head(string sample)
    {
        var lines = Write(sample).Split('\n');
        foreach (var (line, i) in lines.Select((l, i) => (l, i)).Where(l => l.l.StartsWith("|---", StringComparison.Ordinal)))
            foreach (var row in lines.Skip(i - 1).TakeWhile(l => l.StartsWith('|')))
                Assert.True(Columns(row) == Columns(line), row);
        static int Columns(string row) => Cell.Count(row);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Nothing_foreign_is_markup(string sample)
    {
        var outside = CodeSpan.Replace(Fence.Replace(Write(sample), ""), "");
        Assert.All(Tag.Matches(outside).Select(m => m.Value), t => Assert.Contains(t, (string[])["<details>", "</details>", "<summary>", "</summary>", "<br>"]));
        Assert.DoesNotMatch("@[A-Za-z0-9]", outside);
        Assert.DoesNotMatch("(?<!&)#[0-9]", outside);
        Assert.DoesNotContain("://", outside, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", outside);
        Assert.Equal(Count(outside, "<details>"), Count(outside, "</details>"));
        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    [Fact]
    public void Nothing_in_it_hides() => Assert.All(Write("hostile").EnumerateRunes(), r => Assert.True(r.Value == '\n' || Rune.GetUnicodeCategory(r) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)));

    [Theory, MemberData(nameof(Samples))]
    public void It_says_first_what_the_text_report_says(string sample)
    {
        var report = ApprovedReportTests.Sample(sample);
        var text = ReportFiles.Write("text", report).Replace("  ", " ", StringComparison.Ordinal);
        var bold = Write(sample).Split('\n').Where(l => OutcomeLine.IsMatch(l)).Select(l => l.Replace("**", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(report.Environments.Count, bold.Count);
        Assert.All(bold, l => Assert.Contains($"\n{l}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_is_linked_where_its_address_is_known() => Assert.Contains("[`cluster.yaml:118:3`](<https://github.com/org/infra/blob/4f5c2d9e/cluster.yaml#L118>)",
        ReportFiles.Write("markdown", SampleReports.Mixed(), ReportFiles.Options with { RepositoryUri = new("https://github.com/org/infra") }), StringComparison.Ordinal);

    [Fact]
    public void A_picture_is_in_a_fence_that_nothing_in_it_ends()
    {
        var report = SampleReports.Hostile("```\n</details>");
        var written = ReportFiles.Write("markdown", report, new() { PictureOf = SamplePictures.Of });
        Assert.Equal(["```mermaid", "```"], written.Split('\n').Where(l => l.TrimStart().StartsWith("```", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_never_outgrows_a_job_summary()
    {
        var written = ReportFiles.Bytes("markdown", LargeReports.OneRule(20_000), new() { Verbose = true });
        Assert.InRange(written.Length, MarkdownPage.Longest / 2, MarkdownPage.Longest);
        var text = Encoding.UTF8.GetString(written);
        Assert.Contains(Cut, text, StringComparison.Ordinal);
        Assert.EndsWith("have everything.", text.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_page_is_cut_only_where_it_must_be(int over, bool isCut)
    {
        var measured = new MarkdownPage();
        measured.Add(new string('x', MarkdownPage.Longest));
        var room = MarkdownPage.Longest - Encoding.UTF8.GetByteCount(measured.ToString());
        var page = new MarkdownPage();
        page.Add("head\n");
        page.Add("| a |\n", [new string('x', room - "head\n| a |\nend\n".Length), new string('y', over)], "end\n");
        Assert.Equal(isCut, page.IsCut);
        Assert.Equal(isCut, page.ToString().Contains(Cut, StringComparison.Ordinal));
        Assert.Contains("end\n", page.ToString(), StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(page.ToString()), 1, MarkdownPage.Longest);
    }

    private static string Write(string sample) => ReportFiles.Write("markdown", ApprovedReportTests.Sample(sample), ReportFiles.Options with { PictureOf = SamplePictures.Of });

    /// <summary>As GitHub reads a row: a backslash takes the next sign along.</summary>
    [GeneratedRegex(@"(\\[\\|!-/:-@\[-`{-~]|[^|\r\n])+\|")]
    private static partial Regex Cell { get; }

    [GeneratedRegex("^\\*\\*[A-Z][^*]*\\*\\* .*[0-9]+ rules?: ")]
    private static partial Regex OutcomeLine { get; }

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex("(?<!\\\\)`[^`\n]*`")]
    private static partial Regex CodeSpan { get; }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }
}
