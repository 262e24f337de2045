using System.Text.Json.Nodes;
using NJsonSchema;

namespace Scanner.Tests.Report;

/// <summary>The JSON report is what docs/report.schema.json says.</summary>
public sealed class JsonReportTests
{
    private static async Task<JsonSchema> Schema() =>
        await JsonSchema.FromFileAsync(Repository.Path("docs", "report.schema.json"), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("mixed")]
    [InlineData("two")]
    [InlineData("nothing")]
    [InlineData("healthy")]
    [InlineData("hostile")]
    public async Task It_follows_its_schema(string sample)
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(ReportFiles.Write("json", ApprovedReportTests.Sample(sample))));
    }

    [Theory]
    [InlineData("environments")]
    [InlineData("exitCode")]
    public async Task The_schema_notices_a_missing_member(string member)
    {
        var document = JsonNode.Parse(ReportFiles.Write("json", SampleReports.Mixed()))!.AsObject();
        document.Remove(member);
        Assert.NotEmpty((await Schema()).Validate(document.ToJsonString()));
    }

    [Fact]
    public async Task The_schema_notices_an_odd_verdict()
    {
        var document = JsonNode.Parse(ReportFiles.Write("json", SampleReports.Mixed()))!;
        document["environments"]![0]!["findings"]![0]!["verdict"] = "passed";
        Assert.NotEmpty((await Schema()).Validate(document.ToJsonString()));
    }

    [Fact]
    public void It_keeps_foreign_text_exactly_and_escapes_it()
    {
        var written = ReportFiles.Write("json", SampleReports.Hostile(ApprovedReportTests.Malice));
        Assert.All(written, c => Assert.True(c is '\n' or (>= ' ' and < '\x7f')));
        Assert.DoesNotContain("<script>", written, StringComparison.Ordinal);
        var labels = JsonNode.Parse(written)!["environments"]![0]!["findings"]!.AsArray().Select(f => (string)f!["subject"]!["label"]!);
        Assert.Equal(ApprovedReportTests.Malice.Select(m => "label" + m).Order(StringComparer.Ordinal), labels.Order(StringComparer.Ordinal));
    }
}
