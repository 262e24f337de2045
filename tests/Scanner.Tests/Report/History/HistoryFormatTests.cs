using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Check.History;
using Scanner.Model;
using Scanner.Model.History;
using Scanner.Report;
using Scanner.Report.History;
using Scanner.Tests.Check.History;
using static Scanner.Tests.Check.History.PastChecks;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Report.History;

/// <summary>Histories as people and programs read them.</summary>
public sealed class HistoryFormatTests
{
    private const string Hostile = "\u001b[31m\u202e<!channel>\r\n✗ GEN-999 \u0007";

    [Fact]
    public void Foreign_text_moves_no_cursor_and_starts_no_line()
    {
        var (hostile, plain) = (Written("text", Sample(Hostile)), Written("text", Sample("name")));
        Assert.Equal(plain.Count(c => c == '\n'), hostile.Count(c => c == '\n'));
        Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u202e]", hostile);
        Assert.Equal(Hostile, (string)JsonNode.Parse(Written("json", Sample(Hostile)))!["damaged"]![0]!["file"]!);
    }

    [Fact]
    public async Task It_follows_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "history.schema.json"), TestContext.Current.CancellationToken);
        foreach (var history in (HistoryReport[])[Sample(Hostile), Sample("x") with { Rule = "PCL-022" }, new("h", [], [], [])]) Assert.Empty(schema.Validate(Written("json", history)));
    }

    [Fact]
    public void Many_checks_are_cut_short_unless_asked_for()
    {
        var checks = Enumerable.Range(0, 20).Select(day => On(day, PastChecks.Sample(Home, day % 2 == 0 ? Verdict.Pass : Verdict.Fail))).ToList();
        var history = new HistoryReport("h", checks, HistoryTracer.Trace(checks), []);
        Assert.Contains("\n  8 earlier checks (--verbose shows them)\n", Written("text", history), StringComparison.Ordinal);
        Assert.Contains("\n  and 1 more (--verbose shows them)\n", Written("text", history), StringComparison.Ordinal);
        Assert.Contains($"  {Home.Id}  {string.Concat(Enumerable.Repeat("✓✗", 10))}  {Home.Rule.Title}\n", Written("text", history), StringComparison.Ordinal);
        Assert.DoesNotContain("--verbose", Written("text", history, verbose: true), StringComparison.Ordinal);
    }

    private static HistoryReport Sample(string text)
    {
        var failure = PastChecks.Sample(Home, Verdict.Fail) with { Message = null, SubjectLabel = text };
        List<PastCheck> checks = [On(0, PastChecks.Sample(Home, Verdict.Pass)), On(1, failure, PastChecks.Sample(Tls, Verdict.Fail) with { SubjectLabel = text }), On(2, failure, PastChecks.Sample(Tls, Verdict.Unknown) with { Gap = SampleGaps.Denied with { Detail = text } })];
        return new(text, checks, HistoryTracer.Trace(checks), [new(text, text)]);
    }

    private static string Written(string format, HistoryReport history, bool verbose = false)
    {
        using var stream = new MemoryStream();
        HistoryFormat.All.Single(f => f.Name == format).Write(history, stream, new ReportOptions { Verbose = verbose });
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
