using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>Clusters whose parts are not all in view.</summary>
public sealed class ClusterTests
{
    private const string Stacks = "cloudformation:DescribeStacks";

    [Fact]
    public async Task Cluster_whose_stack_is_refused_is_known_by_its_nodes()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(Stacks, Trouble.Denied);

        var snapshot = await RecordedScan.Run(aws);
        var cluster = snapshot.Of<Cluster>(GoodScan.Cluster);

        Assert.Equal(("3.12.0", "slurm"), (cluster.Version.Value.ToString(), cluster.Scheduler.Value));
        Assert.Equal((Stacks, GapCause.Denied), (cluster.Status.Gap!.Action, cluster.Status.Gap.Cause));
        Assert.Equal((Stacks, GapCause.Denied), (cluster.SharedStorage.Gap!.Action, cluster.SharedStorage.Gap.Cause));
        Assert.NotNull(snapshot.Coverage.Single(c => c.Kind == nameof(Cluster) && c.Action == Stacks).Gap);
        Assert.DoesNotContain("s3:GetObjectVersion", aws.Actions);
    }

    [Fact]
    public async Task Cluster_whose_stack_is_elsewhere_says_so()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Stacks, NoStacks);

        var cluster = (await RecordedScan.Run(aws)).Of<Cluster>(GoodScan.Cluster);

        Assert.Equal(GapCause.Hidden, cluster.Status.Gap!.Cause);
        Assert.Contains("no ParallelCluster stack pwb", cluster.Status.Gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_of_a_deleted_cluster_make_no_cluster()
    {
        var instances = (await File.ReadAllTextAsync(Repository.Path("fixtures", "aws", "parallelcluster-good", "ec2.DescribeInstances.xml"), TestContext.Current.CancellationToken))
            .Replace("<name>running</name>", "<name>terminated</name>", StringComparison.Ordinal);
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Stacks, NoStacks).Answer("ec2:DescribeInstances", instances);

        var snapshot = await RecordedScan.Run(aws);

        Assert.DoesNotContain(snapshot.Observations, o => o.Kind == nameof(Cluster));
        Assert.DoesNotContain(snapshot.Observations, o => o is { Kind: nameof(NodeGroup), Evidence.Action: "ec2:DescribeInstances" });
    }

    [Fact]
    public async Task Configuration_that_is_refused_leaves_the_rest()
    {
        await using var aws = new RecordedAws("parallelcluster-good").With("s3:GetObjectVersion", Trouble.Denied);

        var cluster = (await RecordedScan.Run(aws)).Of<Cluster>(GoodScan.Cluster);

        Assert.Equal("CREATE_COMPLETE", cluster.Status.Value);
        Assert.Equal("allow s3:GetObjectVersion", cluster.LoginPools.Gap!.Remedy.ToString());
    }

    private const string NoStacks =
        "<DescribeStacksResponse><DescribeStacksResult><Stacks/></DescribeStacksResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeStacksResponse>";
}
