using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Model;
using Scanner.Model.Findings;

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
    [InlineData("accepted")]
    public async Task It_follows_its_schema(string sample)
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(ReportFiles.Write("json", ApprovedReportTests.Sample(sample))));
    }

    /// <summary>What is written of whole scans, with all that samples may lack.</summary>
    [Theory]
    [InlineData("aws-parallelcluster-drifted")]
    [InlineData("aws-eks-drifted")]
    public async Task A_whole_scan_follows_it(string scan) =>
        Assert.Empty((await Schema()).Validate(await File.ReadAllTextAsync(Repository.Path("fixtures", "scans", scan, "findings.json"), TestContext.Current.CancellationToken)));

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
    public async Task A_cause_names_its_failures_by_their_fingerprints()
    {
        var mixed = SampleReports.Mixed();
        var failures = mixed.Findings.Where(f => f.Verdict is Verdict.Fail).Take(2).ToList();
        var cause = new Cause("FileSystem", "fs-1", "homes", "type", "\"efs\"", false, new(Plane.Live, SampleReports.Scope, "elasticfilesystem:DescribeFileSystems", default), failures);
        var written = ReportFiles.Write("json", mixed with { Environments = [mixed.Environments[0] with { Causes = [cause] }] });
        Assert.Empty((await Schema()).Validate(written));
        var environment = JsonNode.Parse(written)!["environments"]![0]!;
        var told = environment["causes"]![0]!["findings"]!.AsArray().Select(f => (string)f!).ToList();
        Assert.Equal(2, told.Count);
        Assert.Subset(environment["findings"]!.AsArray().Select(f => (string)f!["fingerprint"]!).ToHashSet(), told.ToHashSet());
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
