using System.Diagnostics;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Scanner.Tests.Cli;

/// <summary><c>scanner baseline create</c> and <c>check --baseline</c> as processes, over recorded scans.</summary>
public sealed class BaselineTests : IDisposable
{
    private static readonly string s_good = Scan("aws-eks-good");
    private static readonly string s_drifted = Scan("aws-eks-drifted");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_of_one_snapshot_are_the_same_bytes_and_so_is_one_of_its_report()
    {
        Assert.Equal((0, "a.json: 1 environment, 6 failures, 4 unknown\n", ""), Told(await Run("baseline", "create", s_drifted, "-o", "a.json")));
        Assert.Equal(0, (await Run("baseline", "create", s_drifted, "-o", "b.json")).ExitCode);
        Assert.Equal(1, (await Run("check", s_drifted, "--out", "json=report.json")).ExitCode);
        Assert.Equal(0, (await Run("baseline", "create", "report.json", "-o", "c.json")).ExitCode);
        Assert.Equal(Read("a.json"), Read("b.json"));
        Assert.Equal(Read("a.json"), Read("c.json"));
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "baseline.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Read("a.json")));
        Assert.DoesNotContain("CANARY", Read("a.json"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_what_is_new_fails()
    {
        await Run("baseline", "create", s_drifted, "-o", "b.json");
        var same = await Run("check", s_drifted, "--baseline", "b.json", "--fail-new-only");
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("NOTHING NEW FAILS  5 errors, 1 warning", same.Output, StringComparison.Ordinal);
        Assert.Contains(": 0 new, 6 unchanged, 0 updated, 0 fixed, 0 not re-evaluated\n", same.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("check", s_drifted, "--baseline", "b.json")).ExitCode);

        await Run("baseline", "create", s_good, "-o", "good.json");
        var worse = await Run("check", s_drifted, "--baseline", "good.json", "--fail-new-only");
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains("           new: pwb:443 → ", worse.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_fixed_is_absent_and_to_GitHub_gone()
    {
        await Run("baseline", "create", s_drifted, "-o", "b.json");
        File.Copy(s_good, _folder["scan.jsonl"]);
        var result = await Run("check", "scan.jsonl", "--baseline", "b.json", "--out", "text", "--out", "sarif=full.sarif", "--out", "github-sarif=github.sarif", "--out", "json=report.json");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches("FIXED since the baseline\n✓ EKS-002 of .*: passes now\n", result.Output);
        var (full, github) = (Results("full.sarif"), Results("github.sarif"));
        Assert.Equal(["EKS-002", "EKS-012", "EKS-025", "EKS-026", "EKS-039", "GEN-011"], full.Where(r => (string)r["baselineState"]! == "absent").Select(r => (string)r["ruleId"]!).Order(StringComparer.Ordinal));
        Assert.All(full, r => Assert.NotNull(r["baselineState"]));
        Assert.Equal([("SCN-001", "unchanged")], github.Select(r => ((string)r["ruleId"]!, (string)r["baselineState"]!)));
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "report.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Read("report.json")));
    }

    /// <summary>What is not re-evaluated stays an alert in GitHub, under the same identity.</summary>
    [Fact]
    public async Task What_is_left_out_is_carried_forward()
    {
        File.Copy(s_drifted, _folder["scan.jsonl"]);
        await Run("baseline", "create", "scan.jsonl", "-o", "b.json");
        await Run("check", "scan.jsonl", "--out", "github-sarif=whole.sarif");
        var part = await Run("check", "scan.jsonl", "--only", "EKS-012", "--baseline", "b.json", "--fail-new-only", "--out", "text", "--out", "github-sarif=part.sarif");
        Assert.Equal(0, part.ExitCode);
        Assert.Contains("NOT RE-EVALUATED, so none of it counts as fixed\n? EKS-002 of ", part.Output, StringComparison.Ordinal);
        string[] Alerts(string file) => [.. Results(file).Where(r => (string)r["ruleId"]! != "SCN-001").Select(r => $"{r["ruleId"]} {r["partialFingerprints"]!["primaryLocationLineHash"]} {r["message"]!["text"]} {r["locations"]}").Order(StringComparer.Ordinal)];
        Assert.Equal(6, Alerts("whole.sarif").Length);
        Assert.Equal(Alerts("whole.sarif"), Alerts("part.sarif"));
    }

    [Fact]
    public async Task What_could_not_be_seen_makes_the_check_incomplete()
    {
        await Run("baseline", "create", s_drifted, "-o", "b.json");
        var other = await Run("check", s_good, "--baseline", "b.json", "--architecture", "kubernetes");
        Assert.Equal(3, other.ExitCode);
        Assert.Contains("its rule did not run: the architecture was aws-eks, and is kubernetes", other.Output, StringComparison.Ordinal);
        Assert.Contains("Exit code 3: failures of the baseline could not be evaluated again; --allow-incomplete accepts that", other.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("check", s_good, "--baseline", "b.json", "--architecture", "kubernetes", "--allow-incomplete")).ExitCode);
    }

    [Fact]
    public async Task An_environment_that_is_not_there_is_told()
    {
        await Run("baseline", "create", s_drifted, "-o", "b.json");
        var other = await Run("check", Scan("aws-parallelcluster-good"), "--baseline", "b.json");
        Assert.Contains("b.json of 2026-11-21 09:00 UTC has nothing of this environment: all that fails is new\n", other.Output, StringComparison.Ordinal);
        Assert.Contains("NOT RE-EVALUATED in 123456789012/us-east-1/pwb-eks, so none of it counts as fixed\n", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanner_yaml_names_it()
    {
        Directory.CreateDirectory(_folder["ops"]);
        await Run("baseline", "create", s_drifted, "-o", "ops/b.json");
        _folder.With("ops/scanner.yaml", "baseline: b.json\n");
        Assert.Contains("Since ops/b.json of ", (await Run("check", s_drifted, "--config", "ops/scanner.yaml")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("check", s_drifted, "--config", "ops/scanner.yaml", "--fail-new-only")).ExitCode);
    }

    [Theory]
    [InlineData("check SCAN --baseline no.json", "scanner: no.json: there is no such file; make one with scanner baseline create\n")]
    [InlineData("check SCAN --baseline SCAN", "SCAN:1:1: no baseline; make one with scanner baseline create REPORT|SNAPSHOT -o FILE\n")]
    [InlineData("check SCAN --baseline s3://b/k", "scanner: s3://b/k: 'b' is no bucket's name; expected s3://BUCKET/KEY\n")]
    [InlineData("check SCAN --fail-new-only", "scanner: --fail-new-only needs --baseline FILE; make one with scanner baseline create\n")]
    [InlineData("check SCAN --with x.yaml --diff --baseline b.json", "scanner: --diff compares a change to what is there: leave --baseline and --fail-new-only away\n")]
    [InlineData("baseline create no.json -o b.json", "scanner: no.json: there is no such file\n")]
    [InlineData("baseline create old.json -o b.json", "scanner: old.json:1:1: scanner.report/1.1 does not tell what failures rest on: check again with this version, or give the snapshot\n")]
    [InlineData("baseline create old.json SCAN -o b.json", "scanner: old.json is a report: a baseline is made of one report, or of what is to be checked, not of both\n")]
    [InlineData("baseline create SCAN -o s3://b/k", "scanner: s3://b/k: 'b' is no bucket's name; expected s3://BUCKET/KEY\n")]
    public async Task Wrong_use_is_one_line(string arguments, string error)
    {
        _folder.With("old.json", """{"schema": "scanner.report/1.1"}""");
        var result = await Run([.. arguments.Split(' ').Select(a => a == "SCAN" ? s_good : a)]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(error.Replace("SCAN", s_good, StringComparison.Ordinal), result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(_folder["b.json"]));
    }

    /// <summary>The kernel ends the process in the middle of the file: what was there before stays whole.</summary>
    [Theory, InlineData("baseline create SCAN -o b.json", "b.json"), InlineData("waive EKS-012 --in SCAN --reason r --owner o --expires 2999-01-01 --file w.yaml", "w.yaml")]
    public async Task A_write_that_is_killed_leaves_the_file_before(string arguments, string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a limit to the size of files");
        const string Before = "# a comment\nwaivers:\n";
        var before = file == "w.yaml" ? Before + string.Concat(Enumerable.Range(0, 400).Select(i => $"  - {{ rule: EKS-001, key: \"k{i}\", reason: r, owner: o, expires: 2999-01-01 }}\n")) : "before";
        _folder.With(file, before);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -c 0; ulimit -f 16; exec dotnet exec \"$0\" {arguments.Replace("SCAN", s_drifted, StringComparison.Ordinal)}", ScannerProcess.Program]) { WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // which maps executable memory from a file
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(before, Read(file));
    }

    private static string Scan(string name) => Repository.Path("fixtures", "scans", name, "snapshot.jsonl");

    private string Read(string file) => File.ReadAllText(_folder[file]);

    private List<JsonNode> Results(string file) => [.. JsonNode.Parse(Read(file))!["runs"]!.AsArray().SelectMany(r => r!["results"]!.AsArray()).Select(r => r!)];

    private static (int, string, string) Told(ScannerProcess.Result result) => (result.ExitCode, result.Output, result.Error);

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), arguments);
}
