using Scanner.Check;
using Scanner.Check.Accepting;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report;
using Scanner.Report.Baselines;

namespace Scanner.Tests.Check.Accepting;

/// <summary>Checks with what their failures rest on, and baselines of them, as commands make them.</summary>
internal static class Acceptances
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    public static Snapshot Recorded(string name) => SnapshotFile.Read(Repository.Path("fixtures", "scans", name, "snapshot.jsonl"));

    public static ScanReport Check(Snapshot snapshot, MergedResources? merged = null, params string[] without)
    {
        var (parameters, known, rules) = (new Parameters(snapshot.Header.Parameters), merged ?? new(), s_rules.Where(r => !without.Contains(r.Id)).ToList());
        return FactFinder.Put(Checker.Check(snapshot, parameters, rules, known, TestContext.Current.CancellationToken), parameters, rules, known, TestContext.Current.CancellationToken);
    }

    /// <summary>Written, and read again.</summary>
    public static Baseline Baseline(ScanReport report)
    {
        using var written = new MemoryStream();
        BaselineFile.Write(report, written, new ReportOptions());
        return BaselineFile.Read(written.ToArray(), "baseline.json");
    }
}
