using System.Text;
using System.Xml.Linq;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner graph</c> as a process: the pictures of whole scans are approved.</summary>
public sealed class GraphTests
{
    private static Task<ScannerProcess.Result> Draw(string snapshot, string format) => ScannerProcess.Run("graph", snapshot, "--format", format);

    public static TheoryData<string, string, string> Pictures() =>
    [
        .. new[] { "aws-parallelcluster-good", "aws-parallelcluster-drifted", "aws-eks-good", "aws-eks-drifted" }
            .SelectMany(scan => new[] { ("mermaid", "mmd"), ("dot", "dot"), ("svg", "svg") }.Select(f => (scan, f.Item1, f.Item2))),
    ];

    [Theory, MemberData(nameof(Pictures))]
    public async Task Picture_is_as_approved(string scan, string format, string extension)
    {
        var result = await Draw($"fixtures/scans/{scan}/snapshot.jsonl", format);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Approved.Matches(Repository.Path("fixtures", "scans", scan, $"picture.{extension}"), Encoding.UTF8.GetBytes(result.Output));
    }

    [Fact]
    public async Task Svg_stands_alone()
    {
        var svg = XDocument.Parse((await Draw("fixtures/scans/aws-eks-drifted/snapshot.jsonl", "svg")).Output);
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "image" or "foreignObject" or "use" or "a");
        Assert.DoesNotContain(svg.Descendants().SelectMany(e => e.Attributes()), a => a.Name.LocalName is "href" or "src" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains("prefers-color-scheme:dark", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws-eks")]
    [InlineData("aws-parallelcluster")]
    [InlineData("kubernetes")]
    [InlineData("slurm")]
    [InlineData("slurm-eda")]
    [InlineData("load-balanced")]
    [InlineData("single-server")]
    [InlineData("external-resource-manager")]
    public async Task Every_architecture_has_a_picture(string world)
    {
        var result = await Draw($"fixtures/worlds/{world}.jsonl", "svg");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        XDocument.Parse(result.Output);
    }

    [Fact]
    public async Task Deployment_that_is_not_there_is_one_line()
    {
        var result = await ScannerProcess.Run("graph", "fixtures/worlds/slurm-eda.jsonl", "--environment", "nothing");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("scanner: there is no deployment 'nothing'; there are ", result.Error, StringComparison.Ordinal);
    }
}
