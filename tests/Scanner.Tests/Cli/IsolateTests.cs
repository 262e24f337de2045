using Scanner.Tests.Check.Attacks;

namespace Scanner.Tests.Cli;

/// <summary>Isolated rules give what they give otherwise, to the byte; and what only isolation stops stops nothing else.</summary>
public sealed class IsolateTests : IDisposable
{
    private static readonly string s_world = Repository.Path("fixtures", "worlds", "aws-eks.jsonl");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_the_same_to_the_byte()
    {
        // one that fails together with another, so that their cause is searched for by judging again
        _folder.With("r/workbench/OUR-001-owned.csx", Rule("ComputeInstance", "Require(subject.Tags.Is(tags => tags.Has(\"owner\")), $\"{subject} has no owner: {subject.Tags}\").Note($\"of {env}\").Along(env.Network.CanReach(subject, subject, \"tcp\", 1).Path)"));
        _folder.With("r/workbench/OUR-002-owned-too.csx", Rule("ComputeInstance", "Require(subject.Tags.Is(tags => tags.Has(\"owner\")), $\"{subject} belongs to nobody\")"));
        _folder.With("r/workbench/OUR-003-crashes.csx", Rule("Subnet", "subject.Id.Substring(99) == \"\" ? Pass() : Fail(\"x\")"));
        _folder.With("r/workbench/OUR-004-reaches.csx", Rule("Environment", "Require(env.Of<Database>().All(d => env.WorkbenchNodes().All(n => env.Network.Reaches(n, d, \"tcp\", 1))), \"x\")"));
        var here = await Check("--no-cache");
        var apart = await Check("--isolate");
        Assert.Equal(here.ExitCode, apart.ExitCode);
        Assert.Equal(here.Output, apart.Output);
        Assert.Contains("OUR-001", here.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(_folder["--no-cache.json"], TestContext.Current.CancellationToken), await File.ReadAllTextAsync(_folder["--isolate.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_only_isolation_stops_leaves_the_rest_as_it_is()
    {
        Attack.Write(Attack.Of("isolated"), _folder.Path);
        var result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), ["check", s_world, "--rules", "rules", "--isolate", "--only", "ATK-001", "--only", "GEN-001"]);
        Assert.Contains("2 rules: 1 pass, 0 fail, 1 unknown", result.Output, StringComparison.Ordinal);
        Assert.Matches("SCN-10[23]", result.Output);
    }

    private Task<ScannerProcess.Result> Check(string how) => ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "check", s_world, "--rules", "r", "--out", "text", "--out", $"json={_folder[how + ".json"]}", how);

    private static string Rule(string kind, string check) => $$"""
        new Rule<{{kind}}>
        {
            Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f",
            Check = ({{(kind == "Environment" ? "_" : "subject")}}, env) => {{check}},
        }
        """;
}
