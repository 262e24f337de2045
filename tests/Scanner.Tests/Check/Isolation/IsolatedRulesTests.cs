using Scanner.Check;
using Scanner.Check.Isolation;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Tests.Check.Rules;

namespace Scanner.Tests.Check.Isolation;

/// <summary>However the process of isolated rules ends, their verdicts are unknown, a notification says why, and the rest stands.</summary>
public sealed class IsolatedRulesTests
{
    [Theory]
    [InlineData("kill -XCPU $$", "more than 120 s of processor time")]
    [InlineData("exit 71", "ran out of memory")]
    [InlineData("kill -ABRT $$", "ran out of memory, of which it may have 1024 MB, or crashed")]
    [InlineData("kill -KILL $$", "it was killed")]
    [InlineData("exit 3", "it ended with 3")]
    [InlineData("exec sleep 1000", "did not answer within 3 s")]
    [InlineData("exec cat", "makes no sense")]
    [InlineData("echo 'Verdict: Pass'; exec sleep 1000", "makes no sense")]
    [InlineData("printf '\\004\\000\\000\\000null'; exec sleep 1000", "makes no sense")]
    public void Its_rules_are_unknown(string child, string why)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the children are shell scripts");
        var (rules, errors, isolation) = IsolatedRules.Start(["/bin/sh", "-c", child], [Scripts.Checking("Pass()")], TimeSpan.FromSeconds(3));
        using (isolation)
        {
            Assert.Empty(errors);
            var report = Check(rules);
            Assert.Equal(Verdict.Unknown, Assert.Single(report.Findings).Verdict);
            var notification = Assert.Single(report.Notifications);
            Assert.Equal(("SCN-103", true), (notification.Id, notification.IsError));
            Assert.Contains(why, notification.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_rule_that_would_run_here_after_all_does_not()
    {
        var (rules, _, isolation) = IsolatedRules.Start(ChildProcessTests.Scanner, [Scripts.Checking("Pass()")]);
        using (isolation) Assert.Throws<InvalidOperationException>(() => Assert.Single(rules).Rule.Judge(new TargetGroup { Id = "tg" }, null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_wrong_with_a_script_is_told_at_its_place()
    {
        var (rules, errors, isolation) = IsolatedRules.Start(ChildProcessTests.Scanner, [Scripts.Checking("tg.Nothing"), Scripts.Checking("Pass()") with { Id = "ACME-002", Path = "2" }]);
        using (isolation)
        {
            Assert.Equal("ACME-002", Assert.Single(rules).Id);
            Assert.Equal(Scripts.Errors(Scripts.Checking("tg.Nothing")), errors);
        }
    }

    private static ScanReport Check(IReadOnlyList<LoadedRule> rules)
    {
        using var world = File.OpenRead(Repository.Path("fixtures", "worlds", "single-server.jsonl"));
        var snapshot = SnapshotReader.Read(world, "world");
        return Checker.Check(snapshot, new Parameters(snapshot.Header.Parameters), rules, trace: false, TestContext.Current.CancellationToken);
    }
}
