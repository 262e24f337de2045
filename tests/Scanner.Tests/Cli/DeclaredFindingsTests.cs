using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scanner.Check;

namespace Scanner.Tests.Cli;

/// <summary>Files of every kind, checked by the program: which findings come out of them, and at which lines. Each case is a folder with the arguments in <c>check.txt</c>.</summary>
public sealed partial class DeclaredFindingsTests
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

    /// <summary>Rules that files never fail, with the reason; where a scan fails them, they have the line of what they judge.</summary>
    private static readonly Dictionary<string, string> s_notByFiles = new(StringComparer.Ordinal)
    {
        ["EKS-011"] = "it fails by the health of targets, which only the load balancer tells",
        ["EKS-029"] = "it fails by when a file system was made and by what its provisioner notes at a volume, which only what runs tells",
        ["GEN-002"] = "it fails by Windows on hosts and nodes, which only the account and the cluster tell",
        ["PCL-001"] = "it fails by the version that made the cluster, which its configuration does not say",
        ["PCL-016"] = "it fails by the health of targets, which only the load balancer tells",
    };

    [GeneratedRegex(@"^fail (?<rule>\S+) \S+ at (?<file>\S+):(?<line>\d+):(?<column>\d+) \|(?<snippet>.*)\|: ", RegexOptions.CultureInvariant)]
    private static partial Regex FailureAtLine { get; }

    /// <summary>A rule that is added needs a case in which it fails at a line, or a reason why no file can make it fail.</summary>
    [Fact]
    public void Every_rule_of_the_pack_fails_at_a_line_or_has_a_reason_why_no_file_makes_it_fail()
    {
        var shown = Cases().SelectMany(c => Shown(c)).Select(m => m.Groups["rule"].Value).ToHashSet(StringComparer.Ordinal);
        var rules = RuleLibrary.Installed(useCache: false).Load([]).Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(rules.Except(shown).Except(s_notByFiles.Keys).Order(StringComparer.Ordinal));
        Assert.Empty(s_notByFiles.Keys.Intersect(shown));
        Assert.Empty(s_notByFiles.Keys.Except(rules));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Line_and_column_that_are_approved_are_where_the_snippet_stands(string name) => Assert.All(Shown(name), found =>
    {
        // a configuration file as a whole is named, its first line is not shown
        if (found.Groups["snippet"].Value == Path.GetFileName(found.Groups["file"].Value)) return;
        var lines = File.ReadAllLines(Repository.Path("fixtures", "findings", name, found.Groups["file"].Value));
        var line = lines[int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture) - 1];

        Assert.Equal(found.Groups["snippet"].Value, line.Trim());
        Assert.False(char.IsWhiteSpace(line[int.Parse(found.Groups["column"].Value, CultureInfo.InvariantCulture) - 1]));
    });

    private static IEnumerable<Match> Shown(string name) =>
        File.ReadAllLines(Repository.Path("fixtures", "findings", name, "findings.txt")).Select(l => FailureAtLine.Match(l)).Where(m => m.Success);

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

    /// <summary>A scan of recorded answers, or what was seen of a world that has no such recording.</summary>
    private static string Scan(string argument)
    {
        if (!argument.StartsWith('{')) return argument;
        var scan = Repository.Path("fixtures", "scans", argument.Trim('{', '}'), "snapshot.jsonl");
        return File.Exists(scan) ? scan : Repository.Path("fixtures", "worlds", argument.Trim('{', '}'), "seen.jsonl");
    }
}
