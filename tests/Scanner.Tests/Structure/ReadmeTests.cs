namespace Scanner.Tests.Structure;

/// <summary>What the README shows is what the product says.</summary>
public sealed class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.Path("README.md"));

    [Fact]
    public void Shows_the_report_of_the_drifted_scan() =>
        Assert.Contains(File.ReadAllText(Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "report.txt")), s_readme, StringComparison.Ordinal);

    [Fact]
    public void Names_the_two_commands()
    {
        Assert.Contains("dotnet run --project src/Scanner.Cli -- check fixtures/scans/aws-parallelcluster-drifted/snapshot.jsonl\n", s_readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", s_readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/writing-rules.md")]
    [InlineData("docs/reachability.md")]
    [InlineData("docs/aws-sdk.md")]
    [InlineData("docs/baselines.md")]
    [InlineData("docs/drift.md")]
    [InlineData("docs/reports.md")]
    [InlineData("docs/performance.md")]
    public void Links_lead_somewhere(string document)
    {
        var file = Repository.Path(document);
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\]\((?!https?://|#)([^)#]+)"))
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)), $"{document} links to {link.Groups[1].Value}");
    }
}
