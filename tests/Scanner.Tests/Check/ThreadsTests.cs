using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Report.Json;

namespace Scanner.Tests.Check;

public sealed class ThreadsTests
{
    [Theory, InlineData("aws-parallelcluster-drifted"), InlineData("aws-eks-drifted")]
    public void The_same_bytes_come_out_whatever_the_number_of_threads(string scan)
    {
        var file = Repository.Path("fixtures", "scans", scan, "snapshot.jsonl");
        using var input = File.OpenRead(file);
        var snapshot = SnapshotReader.Read(input, file);
        var rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
        var alone = Report(snapshot, rules, 1);
        Assert.NotEmpty(alone);
        Assert.All([2, 8], threads => Assert.Equal(alone, Report(snapshot, rules, threads)));
    }

    private static string Report(Snapshot snapshot, IReadOnlyList<LoadedRule> rules, int threads)
    {
        var report = Checker.Check(new ResourceGraph(snapshot), Parameters.None, rules, threads, TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        JsonReport.Write(report, output, new());
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
