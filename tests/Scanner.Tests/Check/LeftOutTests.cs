using Scanner.Check;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Check;

/// <summary>What a snapshot leaves out as unrelated is no fact for a rule of which nobody has shown that it can do without.</summary>
public sealed class LeftOutTests
{
    private static readonly Snapshot s_good = SnapshotReader.Read(File.OpenRead(Repository.Path("fixtures", "scans", "aws-parallelcluster-good", "snapshot.jsonl")), "good");

    [Fact]
    public void Users_rule_about_all_of_a_kind_is_unknown_and_a_shipped_one_is_not()
    {
        var scope = s_good.Header.Targets[0].Scopes[0];
        var pruned = s_good with { Header = s_good.Header with { Scopes = [new(scope, null, 1, 1, [new(nameof(SecurityGroup), 7)])] } };

        Assert.Equal(Verdict.Pass, Judged(s_good, isShipped: false).Verdict);
        Assert.Equal(Verdict.Pass, Judged(pruned, isShipped: true).Verdict);
        var (verdict, gap) = Judged(pruned, isShipped: false);
        Assert.Equal((Verdict.Unknown, "scan again with --keep-all"), (verdict, gap!.Remedy.ToString()));
    }

    [Fact]
    public void Kinds_that_are_kept_whole_stay_known()
    {
        var pruned = s_good with { Header = s_good.Header with { Scopes = [new(s_good.Header.Targets[0].Scopes[0], null, 1, 1, [new(nameof(NetworkInterface), 7)])] } };
        Assert.Equal(Verdict.Pass, Judged(pruned, isShipped: false).Verdict);
    }

    private static (Verdict Verdict, Gap? Gap) Judged(Snapshot snapshot, bool isShipped)
    {
        var rule = new Rule<Environment>
        {
            Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f",
            Check = (_, environment) => Judgement.Require(!environment.Of<SecurityGroup>().Any(g => g.Name == "open to all"), "one is open"),
        };
        LoadedRule[] rules = [new("OWN-001", "own", "workbench", "own.csx", rule) { IsShipped = isShipped }];
        var finding = Checker.Check(snapshot, Parameters.None, rules, trace: false, TestContext.Current.CancellationToken).Findings.Single();
        return (finding.Verdict, finding.Gap);
    }
}
