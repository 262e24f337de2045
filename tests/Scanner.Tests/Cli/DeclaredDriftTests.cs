using System.Text;
using System.Text.Json;
using NJsonSchema;
using Scanner.Check.Testing;
using Scanner.Model.Snapshots;
using Scanner.Tests.Check.Drift;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner drift</c> of a snapshot and files, and what <c>scanner check</c> says of them, as processes.</summary>
public sealed class DeclaredDriftTests
{
    private const string Scan = "fixtures/scans/aws-parallelcluster-drifted/snapshot.jsonl";
    private const string Good = "fixtures/scans/aws-parallelcluster-good/snapshot.jsonl";
    private const string File = "fixtures/drift/cluster-config.yaml";
    private const string Eks = "fixtures/scans/aws-eks-drifted/snapshot.jsonl";

    private static readonly string[] s_values = ["fixtures/findings/eks-over-live/values.yaml", "fixtures/findings/eks-over-live/production.yaml", "--param", "workbenchChart=0.22.0"];

    private static Task<ScannerProcess.Result> Drift(params string[] arguments) => ScannerProcess.Run(["drift", .. arguments]);

    [Theory]
    [InlineData("text", "txt"), InlineData("json", "json"), InlineData("markdown", "md")]
    public async Task Files_over_a_recorded_scan_give_the_approved_report(string format, string extension)
    {
        var result = await Drift(Scan, File, "--out", format);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Approved.Matches(Repository.Path("fixtures", "drift", $"declared-parallelcluster.{extension}"), Encoding.UTF8.GetBytes(result.Output));
    }

    [Fact]
    public async Task Helm_values_over_a_recorded_scan_give_the_approved_report()
    {
        var result = await Drift([Eks, .. s_values]);
        Assert.Equal(1, result.ExitCode);
        Approved.Matches(Repository.Path("fixtures", "drift", "declared-eks.txt"), Encoding.UTF8.GetBytes(result.Output));
    }

    [Fact]
    public async Task Programs_get_what_the_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "drift.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate((await Drift(Scan, File, "--out", "json")).Output));
        Assert.Empty(schema.Validate((await Drift(Good, Scan, "--out", "json")).Output));
    }

    [Fact]
    public async Task What_is_as_declared_ends_with_0()
    {
        var result = await Drift(Good, File);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\nNO DRIFT  0 otherwise than declared, ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0), InlineData("added", 0), InlineData("removed", 0), InlineData("changed", 1)]
    public async Task Only_what_is_named_fails(string failOn, int expected) => Assert.Equal(expected, (await Drift(Scan, File, "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task What_the_scan_was_refused_ends_with_3_unless_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        var blind = folder["blind.jsonl"];
        using (var file = System.IO.File.Create(blind)) SnapshotWriter.Write(Mutating.Deny(Scans.Recorded("aws-parallelcluster-good"), "autoscaling:DescribeAutoScalingGroups"), file);
        var result = await Drift(blind, File);
        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        Assert.Contains("allow autoscaling:DescribeAutoScalingGroups", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Drift(blind, File, "--allow-incomplete")).ExitCode);
    }

    [Fact]
    public async Task A_snapshot_that_was_saved_with_its_files_needs_none()
    {
        using var folder = new TemporaryFolder();
        await ScannerProcess.Run("check", Scan, File, "--save-snapshot", folder["both.jsonl"]);
        var (saved, read) = (await Drift(folder["both.jsonl"]), await Drift(Scan, File));
        Assert.Equal(read.Output.Split('\n')[1..], saved.Output.Split('\n')[1..]);
    }

    [Fact]
    public async Task A_check_tells_it_without_failing_for_it()
    {
        var alone = await ScannerProcess.Run("check", Scan, "--out", "json");
        var over = await ScannerProcess.Run("check", Scan, File, "--out", "json");
        Assert.Equal(alone.ExitCode, over.ExitCode);
        var told = JsonDocument.Parse(over.Output).RootElement.GetProperty("declared").GetProperty("conflicts").EnumerateArray().ToList();
        Assert.All(told, c => Assert.Equal((File, 52), (c.GetProperty("place").GetProperty("file").GetString(), c.GetProperty("place").GetProperty("line").GetInt32())));
        Assert.Contains("\nDECLARED OTHERWISE  ", (await ScannerProcess.Run("check", Scan, File)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DECLARED OTHERWISE", (await ScannerProcess.Run("check", Scan, "--with", File)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_drift_is_left_out_of_both()
    {
        using var folder = new TemporaryFolder();
        var yaml = folder.With("scanner.yaml", "ignore: [{path: 'sharedStorage*', reason: moving}, {path: 'mounts*', reason: moving}]");
        var result = await Drift(Scan, File, "--config", yaml);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Ignored: 2 because moving", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DECLARED OTHERWISE", (await ScannerProcess.Run("check", Scan, File, "--config", yaml)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no snapshot among the inputs", File)]
    [InlineData("files are compared with one snapshot", Good, Scan, File)]
    [InlineData("3 snapshots: give two to compare", Good, Scan, Eks)]
    [InlineData("fixtures/drift/none.yaml: there is no such file", Good, "fixtures/drift/none.yaml")]
    public async Task What_cannot_be_compared_is_refused(string expected, params string[] inputs)
    {
        var result = await Drift(inputs);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"scanner: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }
}
