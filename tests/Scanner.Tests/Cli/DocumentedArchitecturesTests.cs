using System.Text;
using System.Text.Json;
using Scanner.Check;
using Scanner.Model;

namespace Scanner.Tests.Cli;

/// <summary>
/// The reference architectures, written down as somebody would deploy them. No rule fails of them. Every <c>must</c> is decided by the
/// files alone, or, where only a deployment tells, by the files as a change of one (<c>deployed.txt</c> names it and them).
/// </summary>
public sealed class DocumentedArchitecturesTests
{
    private static readonly IReadOnlyDictionary<string, Level> s_levels = RuleLibrary.Installed(useCache: false).Load([]).Rules.ToDictionary(r => r.Id, r => r.Rule.Level, StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. Directory.EnumerateDirectories(Repository.Path("fixtures", "architectures")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Deployed() => [.. Names().Select(n => n.Data).Where(n => File.Exists(Repository.Path("fixtures", "architectures", n, "deployed.txt")))];

    [Theory, MemberData(nameof(Names))]
    public async Task Fails_nothing_by_its_files_alone(string name)
    {
        var (exitCode, verdicts) = await Check(name, []);

        Assert.Contains(exitCode, (int[])[0, 3]);
        Assert.DoesNotContain(verdicts, v => v.Verdict == "fail");
        Approved.Matches(Repository.Path("fixtures", "architectures", name, "findings.txt"), Encoding.UTF8.GetBytes(string.Concat(verdicts.Select(v => $"{v.Verdict} {v.Rule} {v.Subject}\n"))));
        if (!File.Exists(Repository.Path("fixtures", "architectures", name, "deployed.txt"))) Assert.Empty(UndecidedMusts(verdicts));
    }

    [Theory, MemberData(nameof(Deployed))]
    public async Task Passes_every_must_once_it_is_deployed(string name)
    {
        var arguments = (await File.ReadAllTextAsync(Repository.Path("fixtures", "architectures", name, "deployed.txt"), TestContext.Current.CancellationToken)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (exitCode, verdicts) = await Check(name, [.. arguments.Select(Seen)]);

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(verdicts, v => v.Verdict == "fail");
        Assert.Empty(UndecidedMusts(verdicts));
    }

    private static IEnumerable<string> UndecidedMusts(List<(string Verdict, string Rule, string Subject)> verdicts) =>
        verdicts.Where(v => v.Verdict == "unknown" && s_levels[v.Rule] is Level.Must).Select(v => v.Rule).Distinct();

    private static async Task<(int ExitCode, List<(string Verdict, string Rule, string Subject)> Verdicts)> Check(string name, string[] arguments)
    {
        using var folder = new CopiedFolder(Repository.Path("fixtures", "architectures", name));
        var result = await ScannerProcess.Run(folder.Path, new Dictionary<string, string>(), ["check", .. arguments, "--out", "json"]);
        Assert.True(result.ExitCode is 0 or 1 or 3, result.Error);
        using var report = JsonDocument.Parse(result.Output);
        var findings = report.RootElement.GetProperty("environments").EnumerateArray().SelectMany(e => e.GetProperty("findings").EnumerateArray());
        return (result.ExitCode, [.. findings.Select(Verdict).OrderBy(v => v.Rule, StringComparer.Ordinal).ThenBy(v => v.Subject, StringComparer.Ordinal)]);
    }

    private static (string Verdict, string Rule, string Subject) Verdict(JsonElement finding) =>
        (finding.GetProperty("verdict").GetString()!, finding.GetProperty("rule").GetString()!, finding.GetProperty("subject").GetProperty("key").GetString()!);

    /// <summary>In braces stands a deployment as a scan saw it, without anything that people or hosts say.</summary>
    private static string Seen(string argument) => !argument.StartsWith('{') ? argument
        : new[] { Repository.Path("fixtures", "scans", $"{argument.Trim('{', '}')}-good", "snapshot.jsonl"), Repository.Path("fixtures", "worlds", argument.Trim('{', '}'), "seen.jsonl") }.First(File.Exists);
}
