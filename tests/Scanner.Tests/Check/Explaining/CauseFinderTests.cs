using Scanner.Check;
using Scanner.Check.Explaining;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Tests.Report;

namespace Scanner.Tests.Check.Explaining;

/// <summary>Failures that one fact breaks together are one cause, and every failure stays listed.</summary>
public sealed class CauseFinderTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;
    private static readonly Worlds s_worlds = new(Repository.Path("fixtures", "worlds"));

    [Fact]
    public void Homes_on_efs_are_one_cause_of_all_that_they_fail()
    {
        var cause = Assert.Single(Scan("aws-parallelcluster-drifted").Environments.Single().Causes);
        Assert.Equal(["PCL-021", "PCL-022", "PCL-023"], cause.Findings.Select(f => f.Rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal("sharedStorage[/home].fileSystemId of Cluster pwb is \"fs-0fedcba9876543210\"", cause.ToString());
    }

    /// <summary>The databases' groups, each of which several rules need open; without the rule that admits the login nodes all of those fail.</summary>
    [Theory, InlineData("GEN-011/fail-security-group-admits-the-head-node-only"), InlineData("PCL-023/fail-efs"), InlineData("EKS-026/fail-efs-driver"), InlineData("LBC-003/fail-off")]
    public void Causes_partition_the_failures_and_are_the_same_twice(string name)
    {
        var fixture = FixtureFile.Read(Repository.Path("fixtures", "rules", name + ".yaml"));
        var snapshot = Mutating.Apply(s_worlds.Read(fixture.World), fixture.Mutation);
        var parameters = FixtureRunner.ParametersOf(fixture, snapshot);
        var (once, twice) = (Explained(snapshot, parameters), Explained(snapshot, parameters));
        foreach (var environment in once.Environments) AssertPartition(environment);
        foreach (var format in (string[])["json", "text"]) Assert.Equal(ReportFiles.Write(format, once), ReportFiles.Write(format, twice));
    }

    /// <summary>Without a host that lost its homes all of this would be gone as well, and nothing mended.</summary>
    [Fact]
    public void That_a_host_belongs_to_the_deployment_explains_nothing()
    {
        var fixture = FixtureFile.Read(Repository.Path("fixtures", "rules", "PCL-026", "fail-one-login-node-lost-them.yaml"));
        var snapshot = Mutating.Apply(s_worlds.Read(fixture.World), fixture.Mutation);
        Assert.DoesNotContain(Explained(snapshot, FixtureRunner.ParametersOf(fixture, snapshot)).Environments.Single().Causes, c => c.Property is "cluster" or "pool" or "role" or "state" or "hasWorkbench");
    }

    [Theory, InlineData("aws-parallelcluster-drifted"), InlineData("aws-parallelcluster-old"), InlineData("aws-eks-drifted")]
    public void Every_failure_is_still_listed(string scan)
    {
        var report = Scan(scan);
        var text = ReportFiles.Write("text", report, new() { Notes = true, Verbose = true });
        var plain = ReportFiles.Write("text", report with { Environments = [.. report.Environments.Select(e => e with { Causes = [] })] }, new() { Notes = true, Verbose = true });
        Assert.Equal(plain.Split('\n').Order(StringComparer.Ordinal), text.Split('\n').Where(l => !l.StartsWith("ONE CAUSE", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var environment in report.Environments) AssertPartition(environment);
    }

    [Fact]
    public void A_healthy_deployment_has_none() => Assert.All(Scan("aws-eks-good").Environments, e => Assert.Empty(e.Causes));

    private static void AssertPartition(EnvironmentReport environment)
    {
        var members = environment.Causes.SelectMany(c => c.Findings).ToList();
        Assert.Equal(members.Count, members.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.All(members, m => Assert.Contains(m, environment.Findings.Where(f => f.Verdict is Verdict.Fail), ReferenceEqualityComparer.Instance));
        Assert.All(environment.Causes, c => Assert.InRange(c.Findings.Count, 2, int.MaxValue));
    }

    private static ScanReport Scan(string name)
    {
        var snapshot = SnapshotFile.Read(Repository.Path("fixtures", "scans", name, "snapshot.jsonl"));
        return Explained(snapshot, new Parameters(snapshot.Header.Parameters));
    }

    private static ScanReport Explained(Snapshot snapshot, Parameters parameters) =>
        CauseFinder.Explain(Checker.Check(snapshot, parameters, s_rules, trace: false, TestContext.Current.CancellationToken), parameters, s_rules, new(), TestContext.Current.CancellationToken);

    /// <summary>Each try costs as much as a snapshot is large: of the largest, causes are not searched, and the report says so.</summary>
    [Theory, InlineData(40_000, 0), InlineData(0, 1)]
    public void Large_snapshot_is_not_searched(int more, int causes)
    {
        var snapshot = SnapshotFile.Read(Repository.Path("fixtures", "scans", "aws-parallelcluster-drifted", "snapshot.jsonl"));
        var subnet = snapshot.Observations.First(o => o.Kind == nameof(Subnet));
        var large = snapshot with { Observations = [.. snapshot.Observations, .. Enumerable.Range(0, more).Select(i => subnet with { Id = $"subnet-{i:D17}", Key = $"subnet-{i:D17}" })] };
        var report = Explained(large, new Parameters(snapshot.Header.Parameters));
        Assert.Equal(causes, report.Environments.Single().Causes.Count);
        Assert.Equal(1 - causes, report.Notifications.Count(n => n is { Id: "SCN-021", IsError: false }));
    }
}
