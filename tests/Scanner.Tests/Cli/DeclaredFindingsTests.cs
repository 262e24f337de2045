using System.Text;
using System.Text.Json;
using Scanner.Check;

namespace Scanner.Tests.Cli;

/// <summary>Files of every kind, checked by the program: which findings come out of them, and at which lines. Each case is a folder with the arguments in <c>check.txt</c>.</summary>
public sealed class DeclaredFindingsTests
{
    public static TheoryData<string> Cases() => [.. Directory.EnumerateDirectories(Repository.Path("fixtures", "findings")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Files_give_the_approved_findings_at_the_approved_lines(string name)
    {
        using var folder = new CopiedFolder(Repository.Path("fixtures", "findings", name));
        var arguments = (await File.ReadAllTextAsync(Path.Combine(folder.Path, "check.txt"), TestContext.Current.CancellationToken)).Trim().Split(' ').Select(Scan);

        var result = await ScannerProcess.Run(folder.Path, new Dictionary<string, string>(), ["check", .. arguments, "--out", "json"]);

        Assert.True(result.ExitCode is 0 or 1 or 3, result.Error);
        Approved.Matches(Repository.Path("fixtures", "findings", name, "findings.txt"), Encoding.UTF8.GetBytes(Findings(result.Output)));
    }

    /// <summary>Rules that a file alone never fails, with the reason; their lines are shown where a scan fails them.</summary>
    private static readonly Dictionary<string, string> s_notByFiles = new(StringComparer.Ordinal)
    {
        ["EKS-021"] = "it fails by the zones that pods run in, and no recorded scan has them in fewer",
    };

    /// <summary>A rule that says where a failure would be mended is seen to fail at a line of a file.</summary>
    [Fact]
    public void Every_rule_that_names_a_property_is_shown_at_its_line()
    {
        var shown = Cases().SelectMany(c => File.ReadAllLines(Repository.Path("fixtures", "findings", c, "findings.txt")))
            .Where(l => l.StartsWith("fail ", StringComparison.Ordinal) && l.Contains(" at ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var rules = RuleLibrary.Installed(useCache: false).Load([]).Rules.Where(r => r.Rule.At is not null).Select(r => r.Id);

        Assert.Empty(rules.Except(shown).Except(s_notByFiles.Keys));
        Assert.Empty(s_notByFiles.Keys.Intersect(shown));
    }

    /// <summary>Every verdict with its place, and what a failure says.</summary>
    private static string Findings(string json)
    {
        using var report = JsonDocument.Parse(json);
        var lines = report.RootElement.GetProperty("environments").EnumerateArray().SelectMany(e => e.GetProperty("findings").EnumerateArray()).Select(Line);
        return string.Concat(lines.Order(StringComparer.Ordinal).Select(l => l + "\n"));
    }

    private static string Line(JsonElement finding)
    {
        var (verdict, rule, key) = (finding.GetProperty("verdict").GetString(), finding.GetProperty("rule").GetString(), finding.GetProperty("subject").GetProperty("key").GetString());
        var said = verdict == "fail" ? $": {finding.GetProperty("message").GetProperty("text").GetString()}" : "";
        return $"{verdict} {rule} {key}{(verdict == "fail" ? Place(finding) : "")}{said}";
    }

    private static string Place(JsonElement finding) => !finding.TryGetProperty("location", out var place) || place.ValueKind is JsonValueKind.Null ? ""
        : $" at {place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()} |{place.GetProperty("snippet").GetString()}|";

    private static string Scan(string argument) => argument.StartsWith('{') ? Repository.Path("fixtures", "scans", argument.Trim('{', '}'), "snapshot.jsonl") : argument;
}
