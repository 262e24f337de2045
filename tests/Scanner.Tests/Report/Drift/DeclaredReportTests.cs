using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Drift;

namespace Scanner.Tests.Report.Drift;

/// <summary>What is otherwise than declared, in every format of a check and of drift.</summary>
public sealed class DeclaredReportTests
{
    private static readonly Evidence s_file = new(Plane.Declared, SampleReports.Scope, "Helm values", default);
    private static readonly Evidence s_live = new(Plane.Live, SampleReports.Scope, "list deployments.apps", default);

    private static async Task<JsonSchema> Schema(string name) => await JsonSchema.FromFileAsync(Repository.Path(name.Split('/')), TestContext.Current.CancellationToken);

    [Fact]
    public void A_report_tells_it_in_a_few_lines()
    {
        var text = ReportFiles.Write("text", Report([.. Enumerable.Range(1, 7).Select(i => Conflict(i, "replicas", "3"))]));
        Assert.Contains("\nDECLARED OTHERWISE  7 otherwise than declared, 4 as declared · 0 undecided · 0 ignored as expected\n", text, StringComparison.Ordinal);
        Assert.Contains("\nvalues.yaml:1:3 | replicas: 1\n≠ Workload/1 replicas: declared 1, and there 3  (decided by Helm release posit/wb)\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  and 2 more (--verbose shows them)\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DECLARED OTHERWISE", ReportFiles.Write("text", Report([])), StringComparison.Ordinal);
    }

    [Fact]
    public void What_several_resources_have_from_one_line_is_told_once()
    {
        var conflicts = Enumerable.Range(1, 5).Select(i => Conflict(1, "replicas", "3") with { Resource = new("Workload", SampleReports.Scope, $"Workload/{i}") });
        Assert.Contains("≠ Workload/1, Workload/2, Workload/3 and 2 more replicas: declared 1, and there 3", ReportFiles.Write("text", Report([.. conflicts])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif"), InlineData("github-sarif")]
    public async Task GitHub_gets_a_note_at_each_line(string format)
    {
        var log = ReportFiles.Write(format, Report([Conflict(1, "replicas", "3"), Conflict(2, "ingress[]", "4"), Conflict(2, "ingress[]", "5"), Gone()]));
        Assert.Empty((await Schema("tests/sarif/sarif-schema-2.1.0.json")).Validate(log));
        var run = JsonNode.Parse(log)!["runs"]![0]!;
        var results = run["results"]!.AsArray().Where(r => (string)r!["ruleId"]! == "SCN-002").ToList();
        Assert.Equal(4, results.Count);
        Assert.Equal(4, results.Select(r => (string)r!["partialFingerprints"]!["primaryLocationLineHash"]!).Distinct().Count());
        Assert.All(results, r => Assert.Equal("SCN-002", (string)run["tool"]!["driver"]!["rules"]![(int)r!["ruleIndex"]!]!["id"]!));
        Assert.Equal(("note", 1), ((string)results[0]!["level"]!, (int)results[0]!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!));
        Assert.Equal("'replicas' of 'Workload/1' is otherwise than declared: 'declared 1, and there 3'. It is decided by 'Helm release posit/wb'.", (string)results[0]!["message"]!["text"]!);
    }

    [Fact]
    public void The_fingerprint_rests_on_resource_and_path_alone()
    {
        string Of(Conflict conflict) => (string)JsonNode.Parse(ReportFiles.Write("json", Report([conflict])))!["declared"]!["conflicts"]![0]!["fingerprint"]!;
        Assert.Equal(Of(Conflict(1, "replicas", "3")), Of(Conflict(1, "replicas", "4") with { Place = null, Owner = null }));
        Assert.NotEqual(Of(Conflict(1, "replicas", "3")), Of(Conflict(1, "image", "3")));
    }

    [Fact]
    public async Task Programs_get_it_as_the_schemas_say()
    {
        var report = Report([Conflict(1, "replicas", "3"), Gone()], new Undecided(new("Workload", SampleReports.Scope, "w"), null, null, SampleGaps.Denied));
        Assert.Empty((await Schema("docs/report.schema.json")).Validate(ReportFiles.Write("json", report)));
        Assert.Empty((await Schema("docs/drift.schema.json")).Validate(Text("json", report.Declared!)));
        Assert.NotEmpty((await Schema("docs/drift.schema.json")).Validate(Text("json", report.Declared!).Replace("\"owner\"", "\"ownr\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text"), InlineData("json"), InlineData("markdown")]
    public void Foreign_text_moves_no_cursor_and_makes_no_markup(string format)
    {
        const string Malice = "\e[2J<script>|`[x](y)";
        var conflict = Conflict(1, Malice, "3") with { Resource = new("Workload", SampleReports.Scope, Malice), Owner = Malice, Declared = Said(s_file, JsonSerializer.Serialize(Malice)), Place = SampleReports.At("values.yaml", 1, Malice) };
        var written = Text(format, Report([conflict]).Declared!);
        Assert.DoesNotContain('\e', written);
        if (format == "markdown") Assert.DoesNotContain("<script>", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', ReportFiles.Write("text", Report([conflict])));
        Assert.DoesNotContain('\e', ReportFiles.Write("sarif", Report([conflict])));
    }

    private static string Text(string format, DeclaredDrift drift)
    {
        using var stream = new MemoryStream();
        DriftFormat.All.First(f => f.Name == format).WriteDeclared(drift, stream, new());
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ScanReport Report(IReadOnlyList<Conflict> conflicts, params IReadOnlyList<Undecided> undecided) =>
        SampleReports.Mixed() with { Declared = new(new("a.jsonl", default, Header.CurrentSchema, 9, IsEmpty: false), [new("values.yaml", "Helm values")], conflicts, undecided, [], 4) };

    private static Conflict Conflict(int number, string path, string live) => new(new("Workload", SampleReports.Scope, $"Workload/{number}"), $"k8s://prod/Workload/{number}", path,
        Said(s_file, "1"), Said(s_live, live), SampleReports.At("values.yaml", number, $"replicas: {number}"), "Helm release posit/wb");

    private static Conflict Gone() => Conflict(9, "", "1") with { Live = null, Owner = null };

    private static SeenValues Said(Evidence evidence, string json) => new([JsonSerializer.Deserialize<JsonElement>(json)], evidence);
}
