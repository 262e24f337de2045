using Scanner.Model;
using Scanner.Model.Snapshots;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Workbench;

/// <summary>What jobs find at a path, by the word of compute nodes and of what makes them.</summary>
public sealed class JobStorageTests
{
    private const string Cluster = "parallelcluster://1/r/eda";

    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Evidence s_live = new(Plane.Live, "aws/1/r", "ec2:DescribeInstances", s_at);

    [Fact]
    public void A_queue_without_nodes_has_what_ParallelCluster_mounts()
    {
        var found = At(Queue("a", FileSystemType.Lustre), Queue("b", FileSystemType.Efs));
        Assert.Equal([FileSystemType.Lustre, FileSystemType.Efs], found.Members.Select(m => m.Item.Type));
        Assert.Null(found.Unlisted);
    }

    [Fact]
    public void Running_nodes_know_better()
    {
        var node = Node("a", new HostMount("/work", "fs-0123456789abcdef0.efs.us-east-1.amazonaws.com:/", "nfs4", [], null));
        Assert.Equal([FileSystemType.Efs], At(Queue("a", FileSystemType.Lustre), node).Members.Select(m => m.Item.Type));
    }

    [Fact]
    public void A_server_that_only_has_an_address_may_be_any_file_system()
    {
        var found = At(Queue("a", FileSystemType.Lustre), Node("a", new HostMount("/work", "10.0.0.9:/", "nfs4", [], null)));
        Assert.Empty(found.Members);
        Assert.Equal(GapCause.Undecidable, found.Unlisted!.Cause);
    }

    [Fact]
    public void What_custom_actions_may_mount_is_open()
    {
        var found = At(new NodeGroup { Id = "q", Cluster = new Ref<Cluster>(Cluster), Provisioner = Provisioner.ParallelClusterQueue, Pool = "a", Mounts = Items.Create<NodeMount>([]), HasCustomActions = Truth.Of(true, s_live) });
        Assert.Equal(GapCause.Hidden, found.Unlisted!.Cause);
    }

    private static NodeGroup Queue(string name, FileSystemType type) => new()
    {
        Id = $"{Cluster}/queue/{name}", Cluster = new Ref<Cluster>(Cluster), Provisioner = Provisioner.ParallelClusterQueue, Pool = name, Mounts = Items.Create([new NodeMount("/work", type, null)]),
    };

    private static ComputeInstance Node(string queue, HostMount mount) => new()
    {
        Id = "i-1", Cluster = new Ref<Cluster>(Cluster), Role = NodeRole.Compute, State = "running", Pool = queue, Mounts = Items.Create([mount]),
    };

    private static ResourceSet<MountedStorage> At(params Resource[] resources)
    {
        var builder = new SnapshotBuilder();
        builder.Observe(s_live, new Cluster { Id = Cluster, Kind = ClusterKind.ParallelCluster });
        foreach (var resource in resources) builder.Observe(s_live, resource);
        foreach (var action in new[] { "autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplateVersions" }) builder.Cover<NodeGroup>("aws/1/r", action, null);
        builder.Cover<ComputeInstance>("aws/1/r", "ec2:DescribeInstances", null);
        var graph = new ResourceGraph(builder.Build(new(Header.CurrentSchema, "t", s_at, s_at, [new("t", ["aws/1/r"], null)])));
        return new Environment(graph, graph.Find<Cluster>(Cluster)!, ["aws/1/r"], Parameters.None).JobStorageAt("/work");
    }
}
