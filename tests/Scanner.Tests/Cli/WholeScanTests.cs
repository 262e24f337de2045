using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>From recorded AWS answers over a socket to an approved snapshot, report and findings.</summary>
public sealed class WholeScanTests
{
    public static TheoryData<string> Cases() => ["aws-parallelcluster-good", "aws-parallelcluster-drifted", "aws-parallelcluster-old", "aws-eks-good", "aws-eks-drifted"];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_scan_gives_the_approved_snapshot(string name)
    {
        await using var deployment = new RecordedDeployment(name["aws-".Length..]);
        var snapshot = await deployment.Scan(new FixedTime());
        Approved.Matches(Repository.Path("fixtures", "scans", name, "snapshot.jsonl"), System.Text.Encoding.UTF8.GetBytes(snapshot.Text()));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_check_gives_the_approved_report_and_findings(string name)
    {
        var folder = $"fixtures/scans/{name}";
        var text = await ScannerProcess.Run("check", $"{folder}/snapshot.jsonl");
        var json = await ScannerProcess.Run("check", $"{folder}/snapshot.jsonl", "--out", "json");
        Approved.Matches(Repository.Path(folder, "report.txt"), System.Text.Encoding.UTF8.GetBytes(text.Output));
        Approved.Matches(Repository.Path(folder, "findings.json"), System.Text.Encoding.UTF8.GetBytes(json.Output));
        Assert.Equal(name.EndsWith("-good", StringComparison.Ordinal) ? 0 : 1, text.ExitCode);
        Assert.Equal("", text.Error);
    }

    /// <summary>The recordings have canaries wherever something may stand that is nobody's business, some in base64.</summary>
    [Theory, InlineData("aws-eks-good"), InlineData("aws-eks-drifted")]
    public async Task Canaries_appear_nowhere(string name)
    {
        var recorded = Directory.EnumerateFiles(Repository.Path("fixtures", "kubernetes", "eks-good")).Select(File.ReadAllText);
        Assert.InRange(recorded.Sum(text => text.Split("CANARY-").Length - 1), 50, 1000);
        var folder = $"fixtures/scans/{name}";
        var told = new List<string>(Directory.EnumerateFiles(Repository.Path(folder)).Select(File.ReadAllText));
        foreach (var format in (string[])["sarif", "github-sarif", "html", "markdown", "junit"])
        {
            var report = await ScannerProcess.Run("check", $"{folder}/snapshot.jsonl", "--out", format, "--notes", "--verbose");
            told.AddRange([report.Output, report.Error]);
        }
        Assert.All(told, text => Assert.False(text.Contains("CANARY", StringComparison.OrdinalIgnoreCase) || text.Contains("Q0FOQVJZ", StringComparison.Ordinal)));
    }

    [Theory, InlineData("aws-parallelcluster"), InlineData("aws-eks")]
    public void A_healthy_deployments_first_report_is_short(string architecture) =>
        Assert.InRange(File.ReadAllLines(Repository.Path("fixtures", "scans", $"{architecture}-good", "report.txt")).Length, 3, 30);
}
