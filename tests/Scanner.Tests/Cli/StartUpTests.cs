namespace Scanner.Tests.Cli;

/// <summary>What a run does without: real processes, beside which the compiler does not even lie.</summary>
public sealed class StartUpTests : IDisposable
{
    private static readonly string s_scan = Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl");

    private readonly string _folder = Directory.CreateTempSubdirectory("startup").FullName;

    private string Cache => Path.Combine(_folder, "cache");

    private string Mine => Path.Combine(_folder, "mine");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Shipped_rules_are_run_without_the_compiler()
    {
        var whole = await ScannerProcess.Run("check", s_scan);
        var bare = await ScannerProcess.RunFrom(WithoutCompiler(), _folder, new Dictionary<string, string>(), "check", s_scan);
        Assert.Equal((1, ""), (bare.ExitCode, bare.Error));
        Assert.Equal(Findings(whole), Findings(bare));
    }

    [Fact]
    public async Task Rules_of_ones_own_are_compiled_once()
    {
        Put("ACME-001");
        var bare = WithoutCompiler();
        Assert.NotEqual(0, (await ScannerProcess.RunFrom(bare, _folder, Environment(), "rules", "list", "--rules", Mine)).ExitCode);
        var first = await ScannerProcess.Run(_folder, Environment(), "rules", "list", "--rules", Mine);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("ACME-001", first.Output, StringComparison.Ordinal);
        Assert.Equal(first, await ScannerProcess.RunFrom(bare, _folder, Environment(), "rules", "list", "--rules", Mine));
    }

    [Fact]
    public async Task Several_processes_fill_one_cache()
    {
        Put("ACME-001");
        Put("ACME-002");
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ScannerProcess.Run(_folder, Environment(), "rules", "list", "--rules", Mine)));
        Assert.Equal((0, ""), (results[0].ExitCode, results[0].Error));
        Assert.All(results, r => Assert.Equal(results[0], r));
        Assert.EndsWith(".rules", Assert.Single(Directory.GetFiles(Path.Combine(Cache, "scanner"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_where_that_is_asked_for()
    {
        Put("ACME-001");
        Assert.Equal(0, (await ScannerProcess.Run(_folder, Environment(), "rules", "list", "--rules", Mine, "--no-cache")).ExitCode);
        Assert.False(Directory.Exists(Cache));
    }

    private Dictionary<string, string> Environment() => new() { ["XDG_CACHE_HOME"] = Cache };

    private static string Findings(ScannerProcess.Result result) => result.Output[result.Output.IndexOf("FAILED", StringComparison.Ordinal)..];

    private void Put(string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Mine, "workbench"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{id}-x.csx"), Check.Rules.Scripts.Checking("Require(tg.IsStickinessEnabled, $\"off on {tg}\")").Text);
    }

    /// <summary>The program without the compiler, and without the list of assemblies that makes the host miss it.</summary>
    private string WithoutCompiler()
    {
        var (from, to) = (Path.GetDirectoryName(ScannerProcess.Program)!, Path.Combine(_folder, "bare"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name == "scanner.deps.json") continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.Copy(file, Path.Combine(to, name));
        }
        return Path.Combine(to, "scanner.dll");
    }
}
