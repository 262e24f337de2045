using System.Globalization;
using System.Runtime.InteropServices;

namespace Scanner.Benchmarks;

/// <summary>Measures everything in one run, and writes the table of <c>docs/performance.md</c>.</summary>
internal sealed class PerformancePage(string root)
{
    private const string Start = "<!-- measured -->", End = "<!-- /measured -->";
    private const int Few = 2_000, Many = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("scanner-benchmarks").FullName;
    private readonly List<string> _rows = [];
    private readonly string _self = typeof(PerformancePage).Assembly.Location;

    public void Write(TextWriter log)
    {
        var recorded = Path.Combine(root, "fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl");
        var program = Published();
        Starts(program, LargeSnapshot.Write(_folder, recorded, Few));
        OwnRules(program, UserRules.Write(_folder, Path.Combine(root, "rules")));
        Data(program, LargeSnapshot.Write(_folder, recorded, Many), LargeSnapshot.Write(_folder, recorded, Few));
        Reaching();
        _rows.Add("| budget checks of rules | at most 1.5 | not measured here | |");
        var page = Path.Combine(root, "docs", "performance.md");
        var text = File.ReadAllText(page);
        var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(page, text[..from] + "\n" + Table() + text[to..]);
        Directory.Delete(_folder, recursive: true);
        foreach (var row in _rows) log.WriteLine(row);
    }

    private string Table() => string.Create(CultureInfo.InvariantCulture, $"""
        {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {System.Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}, {Processor()}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.

        | what | asked for | ratio | measured |
        |---|---|---|---|
        {string.Join('\n', _rows)}

        """);

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").Where(l => l.StartsWith("model name", StringComparison.Ordinal)).Select(l => l.Split(':')[1].Trim()).FirstOrDefault("?") : "?";

    /// <summary>What ships, as it ships.</summary>
    private string Published()
    {
        var folder = Path.Combine(_folder, "program");
        Processes.Run("publish", Path.Combine(root, "src", "Scanner.Cli"), "-c", "Release", "-o", folder, "-nodeReuse:false");
        return Path.Combine(folder, "scanner.dll");
    }

    private void Starts(string program, string few)
    {
        var empty = Processes.Milliseconds(10, null, "exec", _self, "nothing");
        Row("warm check of 2,000 resources, all shipped rules, to an empty program", "at most 4", Processes.Milliseconds(2, null, "exec", program, "check", few, "--no-cache") / empty, $"empty program {empty:F0} ms");
        Row("the same for a recorded deployment", "", Processes.Milliseconds(3, null, "exec", program, "check", Path.Combine(root, "fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl")) / empty, "");
        Row("scanner --version to an empty program", "", Processes.Milliseconds(10, null, "exec", program, "--version") / empty, "");
        Empty = empty;
    }

    private double Empty { get; set; }

    private void OwnRules(string program, string rules)
    {
        // what starts is told where the cache is by its environment
        System.Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(_folder, "cache"));
        string[] list = ["exec", program, "rules", "list", "--rules", rules];
        var (plain, compiled) = (Processes.Milliseconds(1, null, "exec", _self, "plain", rules), Processes.Milliseconds(1, null, "exec", _self, "compile", rules));
        var cold = Processes.Milliseconds(1, null, [.. list, "--no-cache"]);
        Processes.Run(list);
        var hit = Processes.Milliseconds(3, null, list);
        var changed = Processes.Milliseconds(1, () => UserRules.Change(rules), list);
        Row("100 user scripts compiled, to one plain compilation of them", "at most 1.5", compiled / plain, $"{plain:F0} ms plain");
        Row("the same from the cache, to an empty program", "at most 4", hit / Empty, $"{hit:F0} ms; compiled {cold:F0} ms");
        Row("the same with one of them changed, to all compiled", "at most 0.33", changed / cold, $"{changed:F0} ms");
    }

    private void Data(string program, string many, string few)
    {
        var rules = Path.Combine(Path.GetDirectoryName(program)!, "rules.dll");
        var read = Child("read", many, Many.ToString(CultureInfo.InvariantCulture));
        Row("reading a snapshot of 100,000 resources, to a bare reader of its tokens", "at most 4", read["read"] / read["tokens"], $"{read["bytes"] / read["read"] / 1000:F0} MB/s, {Many / read["read"] * 1000:F0} resources/s");
        Row("bytes for each resource, as read", "at most 1,000", read["snapshot bytes"], $"with the graph {read["graph bytes"]:F0}; {read["bytes"] / Many:F0} in the file; peak {read["peak MiB"]:F0} MiB");
        var (judge, all) = (Child("judge", many, rules), $"judge {System.Environment.ProcessorCount}");
        Row("all rules over 100,000 resources, with the graph, to reading them", "at most 1", judge["judge"] / read["read"], $"{judge["judge"]:F0} ms, of which the graph {judge["graph"]:F0}; {judge["rules"] / judge["judge"] * 1000:F0} rules/s");
        Row("the same on one processor, to all", "at least 1.6", judge["judge 1"] / judge[all], "by the clock");
        var sarif = Child("sarif", few, rules);
        Row("SARIF of 20,000 results, to writing the same bytes", "at most 3", sarif["write"] / sarif["raw"], $"{20_000 / sarif["write"] * 1000:F0} results/s, {sarif["bytes"] / sarif["write"] / 1000:F0} MB/s; to writing the same tokens {sarif["write"] / sarif["tokens"]:F1}");
    }

    private void Reaching()
    {
        var reach = Child("reach");
        Row("5,000 hosts × 50 databases pair by pair, to answers that places share", "at least 5", reach["pairwise"] / reach["shared"], $"{reach["shared"]:F0} ms; {reach["differ"]:F0} answers differ");
    }

    private Dictionary<string, double> Child(params string[] arguments) => Processes.Run(["exec", _self, .. arguments]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split('\t')).ToDictionary(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private void Row(string what, string target, double ratio, string measured) =>
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {target} | {(ratio >= 100 ? $"{ratio:F0}" : ratio >= 10 ? string.Create(CultureInfo.InvariantCulture, $"{ratio:F1}") : string.Create(CultureInfo.InvariantCulture, $"{ratio:F2}"))} | {measured} |"));
}
