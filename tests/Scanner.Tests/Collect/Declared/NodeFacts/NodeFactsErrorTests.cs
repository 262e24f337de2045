using Scanner.Collect.Declared;
using Scanner.Collect.Declared.NodeFacts;
using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.NodeFacts;

/// <summary>A document that cannot be used is one line with its place.</summary>
public sealed class NodeFactsErrorTests
{
    private const string Head = """{"schema":"scanner.nodefacts/1","collectedAt":"2026-01-01T00:00:00Z","host":{"name":"a"}""";

    [Theory]
    [InlineData("", "f:1:1: is empty, and no node facts; run scanner-probe.sh on the host again")]
    [InlineData("[]", "f:1:1: no node facts: schema is missing; expected scanner.nodefacts/1")]
    [InlineData("{\"schema\":\"other/1\"}", "f:1:1: schema other/1 is none of node facts; expected scanner.nodefacts/1")]
    [InlineData("\n\n{\"schema\":\"scanner.nodefacts/2\"}", "f:3:1: schema scanner.nodefacts/2 is of another version; this one reads scanner.nodefacts/1: run its own scanner-probe.sh on the host")]
    [InlineData("{\"schema\":\"scanner.nodefacts/1\"}", "f:1:1: host.name is missing")]
    [InlineData("{\"schema\":\"scanner.nodefacts/1\",\"host\":{\"name\":\"a\"}}", "f:1:1: collectedAt is missing, or no time such as 2026-01-31T12:00:00Z")]
    [InlineData("{\"schema\":\"scanner.nodefacts/1\",\"collectedAt\":\"today\",\"host\":{\"name\":\"a\"}}", "f:1:1: collectedAt is missing, or no time such as 2026-01-31T12:00:00Z")]
    [InlineData(Head + ",\n \"r\": [“4.4”]}", "f:2:8: not valid JSON: '0xE2' is an invalid start of a value: \"r\": [“4.4”]}")]
    [InlineData(Head, "f:1:")]
    [InlineData(Head + "}\n{\"schema\":\"\\ud800\"}", "f:2:12: an escape that names half a character: {\"schema\":\"\\ud800\"}")]
    public void Text(string text, string problem) => Assert.StartsWith(problem, ReadFiles.Problem(() => NodeFactsFile.Read(new DeclaredText("f", text))), StringComparison.Ordinal);

    [Fact]
    public void Deep_and_large()
    {
        Assert.Contains("not valid JSON: ", ReadFiles.Problem(() => NodeFactsFile.Read(new DeclaredText("f", new string('[', 100_000)))), StringComparison.Ordinal);
        var path = Path.GetTempFileName();
        using (var file = new FileStream(path, FileMode.Create)) file.SetLength(100L * 1024 * 1024);
        Assert.Equal("f: larger than 16384 KB, which no such file is", ReadFiles.Problem(() => NodeFactsFile.Read(new DeclaredInput(path, "f"))));
        File.Delete(path);
    }

    [Fact]
    public async Task Facts_of_another_form_are_gaps()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, Head + ""","mounts":[{"target":"/home"}],"r":["4.4",1],"slurm":{"client":"yes"},"identity":{"sampleCount":-1},"acl":{"/a":{"posix":1}},"workbench":{"installed":1}}""", TestContext.Current.CancellationToken);
        var host = (await ReadFiles.Of(new NodeFactsFormat(), new DeclaredInput(path, "f"))).Sole<ComputeInstance>();
        File.Delete(path);
        Assert.Equal(["mounts", "r", "slurm.client", "identity.sampleCount", "acl", "workbench.installed"],
            new[] { host.Mounts.Gap, host.RVersions.Gap, host.HasSlurmClient.Gap, host.UsersCounted.Gap, host.Acls.Gap, host.HasWorkbench.Gap }.Select(g => g!.Action));
    }
}
