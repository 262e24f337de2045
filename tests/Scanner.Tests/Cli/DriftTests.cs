using System.Text;
using System.Text.Json;
using Scanner.Check.Testing;
using Scanner.Model.Snapshots;
using Scanner.Tests.Check.Drift;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner drift</c> as a process.</summary>
public sealed class DriftTests
{
    private const string Good = "fixtures/scans/aws-parallelcluster-good/snapshot.jsonl";
    private const string Drifted = "fixtures/scans/aws-parallelcluster-drifted/snapshot.jsonl";

    private static Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(["drift", .. arguments]);

    [Theory]
    [InlineData("aws-parallelcluster", "text", "txt"), InlineData("aws-parallelcluster", "json", "json"), InlineData("aws-parallelcluster", "markdown", "md")]
    [InlineData("aws-eks", "text", "txt"), InlineData("aws-eks", "markdown", "md")]
    public async Task Recorded_scans_give_the_approved_report(string architecture, string format, string extension)
    {
        var result = await Run($"fixtures/scans/{architecture}-good/snapshot.jsonl", $"fixtures/scans/{architecture}-drifted/snapshot.jsonl", "--out", format);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Approved.Matches(Repository.Path("fixtures", "drift", $"{architecture}.{extension}"), Encoding.UTF8.GetBytes(result.Output));
    }

    [Fact]
    public async Task No_drift_ends_with_0()
    {
        var result = await Run(Good, Good);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\nNO DRIFT  0 added, 0 removed, 0 changed, ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0), InlineData("added", 0), InlineData("removed", 0), InlineData("changed", 1), InlineData("any", 1)]
    public async Task Only_what_is_named_fails(string failOn, int expected) => Assert.Equal(expected, (await Run(Good, Drifted, "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task What_only_one_scan_saw_ends_with_3_unless_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        var blind = folder["blind.jsonl"];
        WithoutSecurityGroups(blind);
        var result = await Run(Good, blind);
        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.Contains("\nUNDECIDED, and what would decide it\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("allow ec2:DescribeSecurityGroups", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(Good, blind, "--allow-incomplete")).ExitCode);
        var json = JsonDocument.Parse((await Run(Good, blind, "--out", "json")).Output).RootElement;
        Assert.Equal(0, json.GetProperty("changes").GetArrayLength());
        Assert.Contains(json.GetProperty("undecided").EnumerateArray(), u => u.GetProperty("kind").GetString() == "SecurityGroup" && u.GetProperty("isLoss").GetBoolean());
    }

    [Fact]
    public async Task Expected_drift_in_scanner_yaml_is_ignored_and_counted()
    {
        using var folder = new TemporaryFolder();
        var yaml = folder.With("scanner.yaml", """
            ignore:
              - kind: TargetGroup
                path: isStickinessEnabled
                reason: we are moving to another load balancer
              - key: nothing-*
                reason: of the past
            """);
        var result = await Run(Good, Drifted, "--config", yaml);
        Assert.DoesNotContain("isStickinessEnabled:", result.Output, StringComparison.Ordinal);
        Assert.Contains(" · 1 ignored as expected\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Ignored: 1 because we are moving to another load balancer\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("Unused: nothing fits * nothing-* (of the past)  ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ignore: [{kind: TargetGroup}]", ":1:10: expected drift needs a reason: why is it expected?")]
    [InlineData("ignore: [{reason: because}]", ":1:10: this would ignore everything: name a kind, a key or a path")]
    [InlineData("ignore: [{kind: TargetGrop, reason: because}]", ":1:17: there is no kind 'TargetGrop'; did you mean 'TargetGroup'?")]
    [InlineData("ignore: [{kind: TargetGroup, path: isStickynessEnabled, reason: because}]", ":1:36: a TargetGroup has no property 'isStickynessEnabled'; did you mean 'isStickinessEnabled'?")]
    [InlineData("ignore: [{pth: x, reason: because}]", ":1:11: unknown key 'pth'; did you mean 'path'?")]
    public async Task A_rule_that_cannot_be_used_is_refused(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var result = await Run(Good, Good, "--config", folder.With("scanner.yaml", text));
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(expected + "\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl", "scanner: missing.jsonl: there is no such file\n")]
    [InlineData("README.md", "scanner: README.md: ")]
    public async Task What_is_no_snapshot_is_refused(string path, string expected)
    {
        var result = await Run(Good, path);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_goes_with_nothing_else()
    {
        var result = await Run(Good, Drifted, "--fail-on", "never", "--fail-on", "added");
        Assert.Equal((2, "scanner: --fail-on never: goes with no other --fail-on\n"), (result.ExitCode, result.Error));
    }

    /// <summary>The good scan, as somebody sees it who may not list security groups.</summary>
    private static void WithoutSecurityGroups(string path)
    {
        var good = Scans.Recorded("aws-parallelcluster-good");
        using var file = File.Create(path);
        SnapshotWriter.Write(Mutating.Deny(good, "ec2:DescribeSecurityGroups"), file);
    }
}
