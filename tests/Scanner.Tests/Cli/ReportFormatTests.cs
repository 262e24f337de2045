using System.Xml;
using System.Xml.Linq;

namespace Scanner.Tests.Cli;

/// <summary>Several reports of one check, as people ask for them.</summary>
public sealed class ReportFormatTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("scanner-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task One_check_writes_all_of_them_and_draws_what_it_checked()
    {
        var scan = Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl");
        var result = await ScannerProcess.Run("check", scan, "--out", $"html={At("a.html")}", "--out", $"markdown={At("a.md")}", "--out", $"junit={At("a.xml")}", "--out", "text");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✗ GEN-011", result.Output, StringComparison.Ordinal);
        Assert.Contains("tcp:5432 ✗", await Read("a.html"), StringComparison.Ordinal);
        Assert.Contains("Rests on ", await Read("a.html"), StringComparison.Ordinal);
        Assert.Contains("srv1 -->|\"tcp:5432 ✗\"| db1", await Read("a.md"), StringComparison.Ordinal);
        Assert.Equal("5", (string?)XDocument.Parse(await Read("a.xml")).Root!.Attribute("failures"));
        using var html = XmlReader.Create(At("a.html"), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        Assert.Equal("html", XDocument.Load(html).Root!.Name.LocalName);
        Assert.Equal(3, _directory.GetFiles().Length);
    }

    [Fact]
    public async Task A_file_that_declares_a_deployment_is_drawn_as_well()
    {
        var result = await ScannerProcess.Run(Repository.Path("fixtures", "architectures", "parallelcluster"), new Dictionary<string, string>(), "check", "--out", "html");
        Assert.Contains("role=\"img\"", result.Output, StringComparison.Ordinal);
    }

    private string At(string file) => Path.Combine(_directory.FullName, file);

    private Task<string> Read(string file) => File.ReadAllTextAsync(At(file), TestContext.Current.CancellationToken);
}
