using System.Text.Json.Nodes;
using NJsonSchema;

namespace Scanner.Tests.Report;

/// <summary>Both SARIF files follow the standard's schema.</summary>
public sealed class SarifSchemaTests
{
    private static async Task<JsonSchema> Schema() =>
        await JsonSchema.FromFileAsync(Repository.Path("tests", "sarif", "sarif-schema-2.1.0.json"), TestContext.Current.CancellationToken);

    public static TheoryData<string, string> Cases => new(
        from sample in new[] { "mixed", "two", "nothing", "healthy", "hostile", "accepted" } from format in new[] { "sarif", "github-sarif" } select (sample, format));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_follows_the_schema(string sample, string format) =>
        Assert.Empty((await Schema()).Validate(ReportFiles.Write(format, ApprovedReportTests.Sample(sample))));

    [Theory]
    [InlineData("level", "grave")]
    [InlineData("kind", "failed")]
    [InlineData("guid", "1")]
    [InlineData("nonsense", "x")]
    public async Task The_schema_notices_what_is_wrong(string member, string value)
    {
        var log = JsonNode.Parse(ReportFiles.Write("sarif", SampleReports.Mixed()))!;
        log["runs"]![0]!["results"]![0]![member] = value;
        Assert.NotEmpty((await Schema()).Validate(log.ToJsonString()));
    }
}
