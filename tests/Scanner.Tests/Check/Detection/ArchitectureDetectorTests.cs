using Scanner.Check.Detection;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Detection;

public sealed class ArchitectureDetectorTests
{
    private static readonly Snapshot s_world = new Worlds(Repository.Path("fixtures", "worlds")).Read("aws-parallelcluster");
    private static readonly WorldMutation s_bare = new()
    {
        Remove = ["LoadBalancer"],
        Set = [("Cluster/pwb", "sharedStorage", System.Text.Json.JsonSerializer.SerializeToElement(Array.Empty<string>()))],
    };

    [Fact]
    public void A_cluster_with_an_entry_to_workbench_follows_the_architecture()
    {
        var detection = Detect(s_world);
        Assert.Equal(["aws-parallelcluster"], detection.Architectures);
        Assert.Equal((Confidence.Strong, 3), (detection.Confidence, detection.Signals.Count));
    }

    [Theory]
    [InlineData("s3:GetObjectVersion")]
    [InlineData("elasticloadbalancing:DescribeLoadBalancers")]
    [InlineData("elasticloadbalancing:DescribeTargetHealth")]
    public void One_sign_is_enough_where_another_was_not_seen(string denied) =>
        Assert.Equal(["aws-parallelcluster"], Detect(Mutating.Deny(s_world, denied)).Architectures);

    [Fact]
    public void A_cluster_without_a_sign_of_workbench_is_for_slurm_alone() =>
        Assert.Equal(["slurm-eda"], Detect(Mutating.Apply(s_world, s_bare)).Architectures);

    [Fact]
    public void A_sign_that_could_not_be_seen_leaves_it_open()
    {
        var detection = Detect(Mutating.Deny(Mutating.Apply(s_world, s_bare), "elasticloadbalancing:DescribeLoadBalancers"));
        Assert.Empty(detection.Architectures);
        Assert.Equal("elasticloadbalancing:DescribeLoadBalancers", detection.Undecided!.Remedy.What);
    }

    [Fact]
    public void What_the_user_says_wins() =>
        Assert.Equal(Confidence.Given, Detect(s_world, new Parameters(new StringMap([new("architecture", "slurm")]))).Confidence);

    private static Scanner.Model.Findings.Detection Detect(Snapshot snapshot, Parameters? parameters = null) =>
        ArchitectureDetector.Detect(EnvironmentFinder.Find(new ResourceGraph(snapshot), parameters ?? Parameters.None).Single());
}
