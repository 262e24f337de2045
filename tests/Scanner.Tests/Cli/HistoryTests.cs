using System.Diagnostics;
using System.Text.Json.Nodes;
using NJsonSchema;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Tests.Check.Accepting;

namespace Scanner.Tests.Cli;

/// <summary><c>check --history</c> and <c>scanner history</c> as processes, over recorded scans.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_tells_since_when_what_fails_and_what_changed_then()
    {
        var (one, two, three) = (Scan("good", 0), Scan("drifted", 1), Scan("drifted", 2, s => Hidden(s, "TargetGroup", "isStickinessEnabled")));
        foreach (var scan in new[] { one, two, three }) Assert.Matches("^kept in h as 2026112[123]T090000Z-[0-9a-f]{16}\n", (await Run("check", scan, "--history", "h")).Error);
        var told = await Run("history", "--history", "h");
        Assert.Equal((0, ""), (told.ExitCode, told.Error));
        Assert.StartsWith("History in h: 3 checks, 2026-11-21 09:00 to 2026-11-23 09:00 UTC\n", told.Output, StringComparison.Ordinal);
        Assert.Contains("  2026-11-22 09:00    60 pass    6 fail    4 unknown  · 6 new\n", told.Output, StringComparison.Ordinal);
        Assert.Contains("  · 1 no longer seen\n", told.Output, StringComparison.Ordinal);
        Assert.Contains("           since 2026-11-22 09:00; 2026-11-21 09:00 it passed\n", told.Output, StringComparison.Ordinal);
        Assert.Contains("version: 1.33.0 → 1.29.0\n", told.Output, StringComparison.Ordinal);
        Assert.Matches("NO LONGER SEEN, so none of it counts as fixed\n\\? EKS-012 of .*: failed until 2026-11-22 09:00, then unknown now: ", told.Output);
        Assert.Contains("  EKS-012  ✓✗?  The load balancer keeps sessions sticky\n", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FIXED", told.Output, StringComparison.Ordinal);
        Assert.Matches("Everything that changed then: scanner drift h/20261121T[^ ]+ h/20261122T[^ ]+\n", told.Output);

        var json = await Run("history", "EKS-012", "--history", "h", "--out", "json");
        Assert.Equal(json.Output, (await Run("history", "EKS-012", "--history", "h", "--out", "json")).Output);
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "history.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json.Output));
        Assert.Equal("noLongerSeen", (string)Assert.Single(JsonNode.Parse(json.Output)!["environments"]![0]!["failures"]!.AsArray())!["state"]!);
    }

    /// <summary>Two processes that keep at the same moment, many times over: every entry is there and whole.</summary>
    [Fact]
    public async Task Two_writers_at_once_lose_nothing()
    {
        var scans = Enumerable.Range(0, 6).Select(day => Scan(day % 2 == 0 ? "good" : "drifted", day)).ToList();
        async Task Keep(int from)
        {
            foreach (var scan in scans.Skip(from).Take(3)) Assert.InRange((await Run("check", scan, "--history", "h", "--keep", "100")).ExitCode, 0, 1);
        }
        await Task.WhenAll(Keep(0), Keep(3));
        var told = JsonNode.Parse((await Run("history", "--history", "h", "--out", "json")).Output)!;
        Assert.Equal((6, 0), (told["checks"]!.AsArray().Count, told["damaged"]!.AsArray().Count));
    }

    /// <summary>The kernel ends the process in the middle of the snapshot: what was kept before stays whole, and nothing half is added.</summary>
    [Fact]
    public async Task A_killed_writer_leaves_everything_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a limit to the size of files");
        var (first, second) = (Scan("good", 0), Scan("drifted", 1));
        await Run("check", first, "--history", "h");
        var before = Directory.EnumerateFiles(_folder["h"]).ToDictionary(f => f, File.ReadAllBytes);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"ulimit -c 0; ulimit -f 16; exec dotnet exec \"$0\" check {second} --history h", Path.Combine(AppContext.BaseDirectory, "scanner.dll")]) { WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // which maps executable memory from a file
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotInRange(process.ExitCode, 0, 1);
        Assert.All(before, b => Assert.Equal(b.Value, File.ReadAllBytes(b.Key)));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder["h"]), f => f.EndsWith(".gz", StringComparison.Ordinal) && !before.ContainsKey(f));
        Assert.StartsWith("History in h: 1 check, ", (await Run("history", "--history", "h")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanner_yaml_names_it_and_how_much_is_kept()
    {
        _folder.With("ops/scanner.yaml", "history: { place: h, keep: 2 }\n");
        var scans = Enumerable.Range(0, 3).Select(day => Scan("good", day)).ToList();
        foreach (var scan in scans.Take(2)) await Run("check", scan, "--config", "ops/scanner.yaml");
        Assert.EndsWith("removed from it, which keeps 2 checks: 2026-11-21 09:00\n", (await Run("check", scans[2], "--config", "ops/scanner.yaml")).Error, StringComparison.Ordinal);
        Assert.StartsWith("History in ops/h: 2 checks, ", (await Run("history", "--config", "ops/scanner.yaml")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_entry_is_told_with_what_to_do()
    {
        await Run("check", Scan("good", 0), "--history", "h");
        _folder.With("h/20261125T090005Z-aaaaaaaaaaaaaaaa.baseline.json.gz", "{");
        var told = await Run("history", "--history", "h");
        Assert.Equal(3, told.ExitCode);
        Assert.Matches("^scanner: h/20261125T090005Z-aaaaaaaaaaaaaaaa.baseline.json.gz: .*; restore it from a copy, or remove it\n$", told.Error);
        Assert.StartsWith("History in h: 1 check, ", told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "history", "which history? Name it with --history PLACE, or history: in scanner.yaml")]
    [InlineData(4, "history --history none", "none: no check is kept there; scanner check --history none keeps one")]
    [InlineData(2, "check SCAN --keep 5", "--keep is about a history: name it with --history PLACE")]
    [InlineData(2, "check SCAN --history h --keep 0d", "--keep 0d: expected days such as 90d, or a number of checks")]
    [InlineData(2, "check SCAN --history file.txt", "file.txt: cannot be listed: it is a file, and a folder is expected")]
    [InlineData(2, "check SCAN --with x.yaml --history h", "--history and --notify are about what is there, and --with shows what is not: leave one of them away")]
    [InlineData(2, "check SCAN --config a.yaml", "a.yaml:1:27: keep: 'ever' is neither days such as 90d nor a number of checks")]
    [InlineData(2, "check SCAN --config b.yaml", "b.yaml:1:12: unknown key 'plaice'; did you mean 'place'?")]
    [InlineData(2, "check SCAN --config c.yaml", "c.yaml:1:10: the history lacks its place: a folder, or s3://BUCKET/PREFIX")]
    public async Task Wrong_use_is_one_line(int exitCode, string arguments, string error)
    {
        _folder.With("file.txt", "");
        _folder.With("a.yaml", "history: {place: h, keep: ever}\n");
        _folder.With("b.yaml", "history: { plaice: h }\n");
        _folder.With("c.yaml", "history: { keep: 5 }\n");
        var result = await Run([.. arguments.Split(' ').Select(a => a == "SCAN" ? Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl") : a)]);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"scanner: {error}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_no_check_ran_is_told()
    {
        await Run("check", Scan("good", 0), "--history", "h");
        Assert.Equal((2, "scanner: no check in h ran a rule 'EKS-O12'; did you mean 'EKS-012'?\n"), (await Run("history", "EKS-O12", "--history", "h")) is var told ? (told.ExitCode, told.Error) : default);
    }

    /// <summary>A recorded scan, as if it had been made so many days later.</summary>
    private string Scan(string name, int day, Func<Snapshot, Snapshot>? change = null)
    {
        var snapshot = Acceptances.Recorded($"aws-eks-{name}");
        snapshot = (change ?? (s => s))(snapshot with { Header = snapshot.Header with { StartedAt = snapshot.Header.StartedAt.AddDays(day), EndedAt = snapshot.Header.EndedAt.AddDays(day) } });
        using var file = File.Create(_folder[$"scan-{day}.jsonl"]);
        SnapshotFile.Write(snapshot, file, file.Name);
        return $"scan-{day}.jsonl";
    }

    private static Snapshot Hidden(Snapshot snapshot, string kind, string property) => snapshot with
    {
        Observations = [.. snapshot.Observations.Select(o => o.Kind != kind ? o : o with { Properties = [.. o.Properties.Select(p => p.Name != property ? p
            : p with { Value = default, Gap = new(o.Evidence.Scope, kind, "elasticloadbalancing:DescribeTargetGroupAttributes", GapCause.Denied, "no", new(RemedyKind.Permission, "it")) })] })],
    };

    private Task<ScannerProcess.Result> Run(params string[] arguments) => ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), arguments);
}
