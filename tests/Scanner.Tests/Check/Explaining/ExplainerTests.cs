using System.Diagnostics;
using Scanner.Check;
using Scanner.Check.Explaining;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Cli.Output;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Explaining;

/// <summary>What an explanation says would flip a verdict, does.</summary>
public sealed class ExplainerTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    public static TheoryData<string> Fixtures() =>
    [
        "PCL-001/fail-older", "PCL-015/fail-off", "PCL-022/fail-efs", "PCL-023/fail-efs", "GEN-009/fail-sqlite", "GEN-011/fail-network-acl-denies",
        "GEN-011/fail-security-group-admits-the-head-node-only", "EKS-002/fail-control-plane-1-29", "EKS-012/fail-off", "EKS-021/fail-two-zones",
        "EKS-026/fail-efs-driver", "K8S-004/fail-windows-share", "LBC-003/fail-off", "SLM-003/fail-other-numbers",
    ];

    [Theory, MemberData(nameof(Fixtures))]
    public void What_is_said_to_flip_a_failure_does(string name)
    {
        var (snapshot, parameters, rule, findings) = Judged(name);
        var failure = findings.First(f => f.Finding.Verdict is Verdict.Fail);

        var explained = new Explainer(snapshot, parameters, [rule], 1, TestContext.Current.CancellationToken).Of(failure.Finding, failure.Environment);

        var alone = explained.Turns.Where(t => t.Resources == 1 && t.Plane is null).ToList();
        Assert.NotEmpty(alone);
        foreach (var turn in alone)
        {
            // by the machinery of fixtures, and not by that of explanations
            var changed = Mutating.Apply(snapshot, new() { Set = [($"{turn.Fact.Kind}/{turn.Fact.Resource}", turn.Fact.Property, turn.Value)] });
            var again = Checker.Check(changed, parameters, [rule], trace: false, TestContext.Current.CancellationToken).Findings;
            Assert.Equal(Verdict.Pass, turn.Verdict);
            Assert.Equal(Verdict.Pass, Assert.Single(again, f => Same(f, failure.Finding)).Verdict);
        }
    }

    /// <summary>The sources of facts that are on the way to every verdict are no reason for one.</summary>
    [Theory, MemberData(nameof(Fixtures))]
    public void What_decides_is_less_than_what_was_read(string name)
    {
        var (snapshot, parameters, rule, findings) = Judged(name);
        var failure = findings.First(f => f.Finding.Verdict is Verdict.Fail);
        var explained = new Explainer(snapshot, parameters, [rule], 1, TestContext.Current.CancellationToken).Of(failure.Finding, failure.Environment);
        Assert.Equal(explained.Decisive.Distinct().Count(), explained.Decisive.Count);
        Assert.Empty(explained.Decisive.Intersect(explained.Others));
        Assert.True(explained.Decisive.Count <= 12, $"{explained.Decisive.Count} of {explained.Decisive.Count + explained.Others.Count}");
    }

    [Theory, InlineData("aws-parallelcluster-good"), InlineData("aws-parallelcluster-drifted"), InlineData("aws-eks-good"), InlineData("aws-eks-drifted")]
    public void Every_verdict_of_a_scan_is_explained_within_bounds(string scan)
    {
        var snapshot = SnapshotFile.Read(Repository.Path("fixtures", "scans", scan, "snapshot.jsonl"));
        var parameters = new Parameters(snapshot.Header.Parameters);
        var findings = Findings(Checker.Check(snapshot, parameters, s_rules, trace: true, TestContext.Current.CancellationToken));
        var explainer = new Explainer(snapshot, parameters, s_rules, findings.Count, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var explained = findings.ConvertAll(f => explainer.Of(f.Finding, f.Environment));
        TestContext.Current.TestOutputHelper!.WriteLine($"{scan}: {findings.Count} verdicts, judged again {explainer.Tries} times in {watch.Elapsed.TotalSeconds:0.0} s; {explained.Count(e => e.Turns.Count > 0)} with what would flip them");
        Assert.InRange(explainer.Tries, 1, findings.Count * 60);
        Assert.All(explained.SelectMany(e => e.Turns.Select(t => (e.Finding.Verdict, Turned: t.Verdict))), t => Assert.NotEqual(t.Verdict, t.Turned));
    }

    [Fact]
    public void The_same_verdict_is_explained_in_the_same_bytes()
    {
        var (snapshot, parameters, rule, findings) = Judged("GEN-011/fail-security-group-admits-the-head-node-only");
        string Explained() => ExplanationJson.Of(findings.Select(f => new Explainer(snapshot, parameters, [rule], 1, TestContext.Current.CancellationToken).Of(f.Finding, f.Environment)));
        Assert.Equal(Explained(), Explained());
    }

    [Fact]
    public void A_gap_says_what_each_of_its_values_would_make_of_the_verdict()
    {
        var (snapshot, parameters, rule, findings) = Judged("PCL-015/fail-off");
        var hidden = snapshot with { Observations = [.. snapshot.Observations.Select(o => o with { Properties = [.. o.Properties.Where(p => p.Name != "isStickinessEnabled")] })] };
        var open = Findings(Checker.Check(hidden, parameters, [rule], trace: true, TestContext.Current.CancellationToken)).First(f => Same(f.Finding, findings.First(g => g.Finding.Verdict is Verdict.Fail).Finding));
        Assert.Equal(Verdict.Unknown, open.Finding.Verdict);

        var explained = new Explainer(hidden, parameters, [rule], 1, TestContext.Current.CancellationToken).Of(open.Finding, open.Environment);

        var opening = Assert.Single(explained.Openings, o => o.Reading.Property == "isStickinessEnabled");
        Assert.True(opening.IsAll);
        Assert.Null(opening.Regardless);
        Assert.Equal([("true", Verdict.Pass), ("false", Verdict.Fail)], opening.Tried.Select(t => (t.Value.GetRawText(), t.Verdict!.Value)));
        Assert.Contains("would pass if isStickinessEnabled of TargetGroup pwb-workbench were true, would fail if isStickinessEnabled of TargetGroup pwb-workbench were false", ExplanationText.Of(explained, all: false), StringComparison.Ordinal);
    }

    private static bool Same(Finding one, Finding other) => one.Rule.Id == other.Rule.Id && one.SubjectKind == other.SubjectKind && one.SubjectId == other.SubjectId;

    private static List<(string Environment, Finding Finding)> Findings(ScanReport report) => [.. report.Environments.SelectMany(e => e.Findings.Select(f => (e.Id, f)))];

    private static (Snapshot Snapshot, Parameters Parameters, LoadedRule Rule, List<(string Environment, Finding Finding)> Findings) Judged(string name)
    {
        var fixture = FixtureFile.Read(Repository.Path("fixtures", "rules", name + ".yaml"));
        var snapshot = Mutating.Apply(s_worlds.Read(fixture.World), fixture.Mutation);
        var rule = s_rules.First(r => r.Id == fixture.RuleId) with { IsNamed = true };
        var parameters = FixtureRunner.ParametersOf(fixture, snapshot);
        return (snapshot, parameters, rule, Findings(Checker.Check(snapshot, parameters, [rule], trace: true, TestContext.Current.CancellationToken)));
    }
}
