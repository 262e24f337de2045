using System.Text.Json.Nodes;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report;
using static Scanner.Tests.Report.SampleReports;

namespace Scanner.Tests.Report;

public sealed class SarifReportTests
{
    [Fact]
    public void Verdicts_have_their_kinds()
    {
        var kinds = Results("sarif", Mixed()).Select(r => (string)r["kind"]!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["fail", "notApplicable", "open", "pass", "review"], kinds);
    }

    [Fact]
    public void GitHub_gets_failures_and_one_note_on_what_is_undecided()
    {
        var results = Results("github-sarif", Mixed());
        Assert.All(results, r => Assert.Equal("fail", (string)r["kind"]!));
        var undecided = Assert.Single(results, r => (string)r["ruleId"]! == "SCN-001");
        Assert.Equal("'3' of '10' rules could not be decided for 'research'. What would decide most of them: '--param workbenchDatabase=…'.",
            (string)undecided["message"]!["text"]!);
        Assert.Equal(["GEN-020", "PCL-030", "PCL-031"], undecided["properties"]!["undecided"]!.AsArray().Select(r => (string)r!));
    }

    [Fact]
    public void The_weightiest_come_first()
    {
        var levels = Results("github-sarif", Mixed()).Select(r => (string)r["level"]!);
        Assert.Equal(["error", "error", "error", "warning", "warning", "note", "note"], levels);
    }

    [Fact]
    public void Every_rule_that_ran_is_described()
    {
        var log = JsonNode.Parse(ReportFiles.Write("github-sarif", Mixed()))!;
        Assert.Equal(Mixed().Environments[0].Rules.Count + 1, log["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().Count);
    }

    [Fact]
    public void A_failure_without_a_place_is_refused_by_GitHub_before_a_byte_is_written()
    {
        using var output = new MemoryStream();
        var refusal = Assert.Throws<MissingLocationException>(() => ReportFormat.Find("github-sarif")!.Write(WithoutPlaces(), output, new()));
        Assert.StartsWith("PCL-022 of research has no place in a file", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("scanner.yaml", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void The_full_log_keeps_a_failure_without_a_place()
    {
        var result = Assert.Single(Results("sarif", WithoutPlaces()));
        Assert.Null(result["locations"]);
        Assert.Equal(("research", ClusterId), ((string)result["properties"]!["key"]!, (string)result["properties"]!["resource"]!));
    }

    [Theory]
    [InlineData("snapshots/prod.jsonl", "snapshots/prod.jsonl")]
    [InlineData("./a b.yaml", "a%20b.yaml")]
    public void The_input_file_stands_in(string input, string uri)
    {
        var result = Assert.Single(Results("github-sarif", WithoutPlaces(), new() { InputFile = input, InputSnippet = "{}" }));
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal((uri, 1), ((string)place["artifactLocation"]!["uri"]!, (int)place["region"]!["startLine"]!));
    }

    [Theory]
    [InlineData("/etc/scanner.jsonl")]
    [InlineData("../elsewhere.jsonl")]
    [InlineData("s3://bucket/scan.jsonl")]
    [InlineData(@"C:\scan.jsonl")]
    [InlineData("C:/scan.jsonl")]
    public void A_file_outside_the_repository_is_no_place(string input) =>
        Assert.Throws<MissingLocationException>(() => ReportFiles.Write("github-sarif", WithoutPlaces(), new() { InputFile = input }));

    [Fact]
    public void What_GitHub_would_not_keep_is_left_out_and_said()
    {
        var light = Finding(SampleRules.Efa, Verdict.Fail) with { Message = "EFA is off" };
        var report = Of([light, .. FileSystems(5_001, Verdict.Fail).Select(f => f with { Message = "it is not Lustre" })]);
        var run = JsonNode.Parse(ReportFiles.Write("github-sarif", report))!["runs"]![0]!;
        Assert.Equal(5_000, run["results"]!.AsArray().Count);
        Assert.DoesNotContain("EDA-004", run["results"]!.AsArray().Select(r => (string)r!["ruleId"]!));
        Assert.Contains("'2' of '5002' results were left out, the lightest ones: GitHub keeps no more.",
            run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Select(n => (string)n!["message"]!["text"]!));
        Assert.Equal(5_002, Results("sarif", report).Count);
    }

    [Fact]
    public void Results_leave_in_pieces()
    {
        using var output = new LargestWrite();
        ReportFormat.Find("sarif")!.Write(Of([.. FileSystems(20_000, Verdict.Pass)]), output, ReportFiles.Options);
        Assert.True(output.Total > 10_000_000, $"{output.Total} bytes in all");
        Assert.InRange(output.Largest, 1, 500_000);
    }

    [Fact]
    public void The_same_finding_has_the_same_fingerprint_wherever_and_whatever_it_is_now()
    {
        var before = Finding(SampleRules.Home, Verdict.Fail, "FileSystem", "fs-1", "home") with { Message = "it is EFS", Location = At("a.yaml", 1, "x") };
        var after = before with { SubjectId = "fs-2", SubjectLabel = "other", Message = "it is OpenZFS", Location = At("b.yaml", 9, "y") };
        Assert.Equal(Hash(before), Hash(after));
        Assert.NotEqual(Hash(before), Hash(before with { SubjectKey = "scratch" }));
        Assert.NotEqual(Hash(before), Hash(before with { SubjectKind = "Environment" }));

        static string Hash(Finding finding) =>
            (string)Results("sarif", Of(finding))[0]["partialFingerprints"]!["primaryLocationLineHash"]!;
    }

    [Fact]
    public void Two_subjects_of_one_key_are_told_apart()
    {
        var twin = Finding(SampleRules.Home, Verdict.Fail, "FileSystem", "fs-1", "home") with { Message = "it is EFS" };
        var results = Results("sarif", Of(twin, twin with { SubjectId = "fs-2" }));
        Assert.Distinct(results.Select(r => (string)r["partialFingerprints"]!["scannerFinding/v1"]!));
    }

    [Theory]
    [InlineData(Plane.Live, false, "live")]
    [InlineData(Plane.LiveDeclared, false, "live")]
    [InlineData(Plane.Declared, false, "declared")]
    [InlineData(Plane.Live, true, "preview")]
    public void What_was_looked_at_is_part_of_the_category(Plane plane, bool preview, string expected)
    {
        var report = Mixed();
        var seen = report.Snapshot.Observations.Select(o => o with { Evidence = o.Evidence with { Plane = plane } }).ToList();
        var sighted = report with { Snapshot = report.Snapshot with { Observations = seen } };
        var log = JsonNode.Parse(ReportFiles.Write("sarif", sighted, new() { Preview = preview }))!;
        Assert.Equal(expected, ((string)log["runs"]![0]!["automationDetails"]!["id"]!).Split('/')[3]);
    }

    [Fact]
    public void A_tool_failure_is_an_unsuccessful_execution_and_a_refused_call_is_not()
    {
        Assert.True((bool)Invocation(Mixed())["executionSuccessful"]!);
        var crashed = Invocation(Mixed() with { Notifications = [new("SCN-101", true, "rule PCL-022 failed on research", "PCL-022")] });
        Assert.False((bool)crashed["executionSuccessful"]!);
        var error = Assert.Single(crashed["toolExecutionNotifications"]!.AsArray(), n => (string)n!["level"]! == "error");
        Assert.Equal(("PCL-022", "SCN-101"), ((string)error!["associatedRule"]!["id"]!, (string)error["descriptor"]!["id"]!));

        static JsonNode Invocation(ScanReport report) => JsonNode.Parse(ReportFiles.Write("sarif", report))!["runs"]![0]!["invocations"]![0]!;
    }

    private static List<JsonNode> Results(string format, ScanReport report, ReportOptions? options = null) =>
        [.. JsonNode.Parse(ReportFiles.Write(format, report, options))!["runs"]!.AsArray().SelectMany(r => r!["results"]!.AsArray()).Select(r => r!)];

    private static ScanReport Of(params Finding[] findings) => Mixed() with { Environments = [Environment("research", findings)] };

    private static IEnumerable<Finding> FileSystems(int count, Verdict verdict) =>
        Enumerable.Range(0, count).Select(i => Finding(SampleRules.Home, verdict, "FileSystem", $"fs-{i}", $"fs-{i}", $"fs-{i}"));

    private static ScanReport WithoutPlaces()
    {
        var snapshot = Mixed().Snapshot;
        var header = snapshot.Header with { Targets = [.. snapshot.Header.Targets.Select(t => t with { Location = null })] };
        var lost = Finding(SampleRules.Home, Verdict.Fail) with { Location = null, Message = "it is EFS" };
        return Of(lost) with { Snapshot = snapshot with { Header = header } };
    }

    private sealed class LargestWrite : MemoryStream
    {
        public long Total { get; private set; }

        public int Largest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => (Total, Largest) = (Total + buffer.Length, Math.Max(Largest, buffer.Length));
    }
}
