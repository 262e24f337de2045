using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Model;
using Scanner.Report.Baselines;

namespace Scanner.Tests.Report.Baselines;

/// <summary>Baselines as files.</summary>
public sealed class BaselineFileTests
{
    [Theory, InlineData("mixed"), InlineData("two"), InlineData("healthy"), InlineData("hostile"), InlineData("nothing")]
    public async Task It_follows_its_schema_and_is_the_same_from_a_report(string sample)
    {
        var report = ApprovedReportTests.Sample(sample);
        var written = Written(sample);
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "baseline.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(written)));
        using var again = new MemoryStream();
        BaselineFile.Write(ReportFiles.Bytes("json", report), "report.json", again);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(again.ToArray()));
    }

    [Fact]
    public void Everything_that_matters_comes_back()
    {
        var report = ApprovedReportTests.Sample("hostile");
        var baseline = BaselineFile.Read(Written("hostile"), "b.json");
        var failures = report.Findings.Where(f => f.Verdict is Verdict.Fail).ToList();
        Assert.NotEmpty(failures);
        foreach (var failure in failures)
        {
            var kept = baseline.Environments[0].Verdicts.Single(v => v.Finding.SubjectKey == failure.SubjectKey && v.Finding.Rule.Id == failure.Rule.Id);
            Assert.Equal((failure.Message!.Text, failure.Fix, failure.SubjectLabel, failure.Rule.Rule.Title), (kept.Finding.Message!.Text, kept.Finding.Fix, kept.Finding.SubjectLabel, kept.Finding.Rule.Rule.Title));
        }
    }

    [Fact]
    public void No_line_of_a_file_is_kept() => Assert.DoesNotContain("TargetGroupArn", Encoding.UTF8.GetString(Written("mixed")), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "b.json:1:1: not valid JSON: ")]
    [InlineData("{", "b.json:1:2: not valid JSON: ")]
    [InlineData("[]", "b.json:1:1: no baseline; make one with scanner baseline create REPORT|SNAPSHOT -o FILE")]
    [InlineData("""{"schema":"scanner.snapshot/1.1"}""", "b.json:1:1: no baseline; ")]
    [InlineData("""{"schema":"scanner.baseline/2.0"}""", "b.json:1:1: scanner.baseline/2.0 is another major version; this program reads scanner.baseline/1.x")]
    [InlineData("{\"schema\":\"scanner.baseline/1.0\",\n\"tool\":7}", "b.json:2:9: $.tool is not what is expected there; make it anew")]
    [InlineData("""{"schema":"scanner.baseline/1.0","tool":"t","startedAt":"soon","environments":[]}""", "b.json:1:")]
    public void What_is_none_is_told_with_its_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<BaselineFormatException>(() => BaselineFile.Read(Encoding.UTF8.GetBytes(text), "b.json")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("fingerprint", "1", "the fingerprint of")]
    [InlineData("failure", null, "a failure of")]
    public void What_does_not_fit_is_told(string member, string? value, string message)
    {
        var document = JsonNode.Parse(Written("mixed"))!;
        var failure = document["environments"]![0]!["verdicts"]!.AsArray().First(v => (string)v!["verdict"]! == "fail")!;
        failure[member] = value;
        Assert.Contains(message, Assert.Throws<BaselineFormatException>(() => BaselineFile.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), "b.json")).Message, StringComparison.Ordinal);
    }

    /// <summary>A message that would not be written as it reads, or could not be written at all.</summary>
    [Theory, InlineData("{0} {7}"), InlineData("{"), InlineData("other {0}")]
    public void A_template_that_is_none_is_told(string template)
    {
        var document = JsonNode.Parse(Written("mixed"))!;
        document["environments"]![0]!["verdicts"]!.AsArray().First(v => (string)v!["verdict"]! == "fail")!["failure"]!["message"]!["template"] = template;
        Assert.Throws<BaselineFormatException>(() => BaselineFile.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), "b.json"));
    }

    /// <summary>Whatever is cut or changed in a file, it is read or refused, and never anything else.</summary>
    [Fact]
    public void Damage_is_told()
    {
        var (whole, random, refused) = (Written("mixed"), new Random(7), 0);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = whole[..random.Next(whole.Length)].Concat(i % 3 == 0 ? [] : whole[random.Next(whole.Length)..]).ToArray();
            if (i % 2 == 0) (damaged, damaged[random.Next(damaged.Length)]) = (damaged = [.. whole], (byte)random.Next(256));
            if (Record.Exception(() => BaselineFile.Read(damaged, "b.json")) is not { } error) continue;
            Assert.StartsWith("b.json", Assert.IsType<BaselineFormatException>(error).Message, StringComparison.Ordinal);
            refused++;
        }
        Assert.InRange(refused, 1000, 3000);
    }

    private static byte[] Written(string sample)
    {
        using var written = new MemoryStream();
        BaselineFile.Write(ApprovedReportTests.Sample(sample), written, ReportFiles.Options);
        return written.ToArray();
    }
}
