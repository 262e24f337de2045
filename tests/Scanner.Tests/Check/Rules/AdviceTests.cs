using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Cli.Configuration;
using Scanner.Model;

namespace Scanner.Tests.Check.Rules;

/// <summary>What rules advise where the same failure has several causes.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("PCL-009/fail-one-without-workbench", "Install Workbench on LoginNode i-0bbb0000000000002, or set LoginNodes/Pools/Count")]
    [InlineData("PCL-009/fail-one-declared", "Set LoginNodes/Pools/Count to 2 or more")]
    [InlineData("EKS-020/fail-one-replica", "Set replicas: 3 in the chart's values.")]
    [InlineData("EKS-020/fail-autoscaler-with-two", "Set minReplicas: 3 of HorizontalPodAutoscaler posit/workbench")]
    [InlineData("EKS-020/fail-two-ready", "Look why not all pods of posit/rstudio-workbench are ready: kubectl describe pods -n posit")]
    [InlineData("EKS-038/fail-no-labels", "Give the nodes of node pool sessions what sessions require (type In [karpenter])")]
    [InlineData("GEN-020/fail-two-databases", "Name one database in database.conf of all of login-1, login-2")]
    [InlineData("GEN-020/fail-two-versions", "Roll all nodes to one AMI or image")]
    [InlineData("PCL-007/fail-local-beside-slurm", "Remove the [cluster] section with type=Local")]
    [InlineData("PCL-007/fail-no-launcher-conf", "Write launcher.conf on login-1")]
    [InlineData("PCL-007/fail-no-cluster-at-all", "Add a [cluster] section with type=Slurm to launcher.conf of login-1")]
    public void Fix_is_what_the_cause_asks_for(string name, string advice)
    {
        var fixture = FixtureFile.Read(Path.Combine(Repository.Path("fixtures", "rules"), name + ".yaml"));
        var world = Mutating.Apply(new Worlds(Repository.Path("fixtures", "worlds")).Read(fixture.World), fixture.Mutation);
        var rules = RuleLibrary.Installed(useCache: false).Load([]).Rules.Where(r => r.Id == fixture.RuleId).ToList();

        var failures = world.Check(rules, new Parameters(new StringMap([new("architecture", fixture.World)]))).Findings.Where(f => f.Verdict is Verdict.Fail).ToList();

        Assert.StartsWith(advice, failures[0].Fix, StringComparison.Ordinal);
    }
}
