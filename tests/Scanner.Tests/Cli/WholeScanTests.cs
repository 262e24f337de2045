using Scanner.Collect;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>From recorded AWS answers over a socket to an approved snapshot, report and findings.</summary>
public sealed class WholeScanTests
{
    public static TheoryData<string> Cases() => ["good", "drifted", "old"];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_scan_gives_the_approved_snapshot(string name)
    {
        await using var aws = new RecordedAws($"parallelcluster-{name}");
        var snapshot = await new Scan("scanner", new FixedTime()).Run([aws.Target], TestContext.Current.CancellationToken);
        Approved.Matches(Repository.Path("fixtures", "scans", $"aws-parallelcluster-{name}", "snapshot.jsonl"), System.Text.Encoding.UTF8.GetBytes(snapshot.Text()));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_check_gives_the_approved_report_and_findings(string name)
    {
        var folder = $"fixtures/scans/aws-parallelcluster-{name}";
        var text = await ScannerProcess.Run("check", $"{folder}/snapshot.jsonl");
        var json = await ScannerProcess.Run("check", $"{folder}/snapshot.jsonl", "--out", "json");
        Approved.Matches(Repository.Path(folder, "report.txt"), System.Text.Encoding.UTF8.GetBytes(text.Output));
        Approved.Matches(Repository.Path(folder, "findings.json"), System.Text.Encoding.UTF8.GetBytes(json.Output));
        Assert.Equal(name == "good" ? 0 : 1, text.ExitCode);
        Assert.Equal("", text.Error);
    }

    [Fact]
    public void The_green_world_is_the_good_scan() => Approved.Matches(
        Repository.Path("fixtures", "worlds", "aws-parallelcluster.jsonl"),
        File.ReadAllBytes(Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl")));

    [Fact]
    public void A_healthy_deployments_first_report_is_short() =>
        Assert.InRange(File.ReadAllLines(Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "report.txt")).Length, 3, 30);
}
