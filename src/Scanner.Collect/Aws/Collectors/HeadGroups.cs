using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The head node as a group of one (ec2:DescribeInstances), so that rules about groups need no exception.</summary>
internal sealed class HeadGroups(AwsScope scope, SnapshotBuilder sink)
{
    private static readonly string[] s_alive = ["pending", "running", "stopping", "stopped"];

    public async Task Collect(CancellationToken cancellationToken)
    {
        var instances = (await scope.Shared.Instances(cancellationToken)).About<NodeGroup>();
        sink.Cover<NodeGroup>(instances.Evidence, instances.Gap);
        await Task.WhenAll(instances.Items.Where(IsHead).GroupBy(i => ClusterOf(i.Value!)!, StringComparer.Ordinal).Select(c => Collect(c, cancellationToken)));
    }

    /// <summary>A cluster's stack has the cluster's name.</summary>
    private Task Collect(IGrouping<string, Answer<Ec2.Instance>> cluster, CancellationToken cancellationToken)
    {
        var newest = cluster.OrderByDescending(i => i.Value!.LaunchTime).ThenBy(i => i.Value!.InstanceId, StringComparer.Ordinal).First();
        var identity = NodeGroupIdentity.Head(scope.Cluster(cluster.Key), cluster.Key);
        sink.Observe(newest.Evidence, Map(newest, identity));
        return new NodeMounts(scope, sink).CollectHead(cluster.Key, identity, cancellationToken);
    }

    private static bool IsHead(Answer<Ec2.Instance> instance) => ParallelClusterNode.Of(AwsTags.Of(instance.Value!.Tags)) is { Role: NodeRole.Head }
        && s_alive.Contains(instance.Value.State?.Name?.Value, StringComparer.Ordinal);

    private static string? ClusterOf(Ec2.Instance instance) => AwsTags.Of(instance.Tags)[ParallelClusterNode.ClusterTag];

    private static NodeGroup Map(Answer<Ec2.Instance> instance, NodeGroupIdentity identity) => new()
    {
        Id = identity.Id,
        Key = identity.Key,
        Name = instance.Optional(_ => (string?)identity.Name),
        Provisioner = instance.Map(_ => identity.Provisioner),
        Cluster = instance.Optional(_ => (Ref<Cluster>?)identity.Cluster),
        Pool = instance.Optional(_ => identity.Pool),
        Min = instance.Map(_ => 1),
        Max = instance.Map(_ => 1),
        Desired = instance.Map(_ => 1),
        InstanceTypes = instance.Some(i => i.InstanceType?.Value is { } type ? [type] : Array.Empty<string>(), "InstanceType"),
        ImageId = instance.Map(i => (string?)Wire.Need(i.ImageId)),
        Subnets = instance.Items(i => Refs.Many<Subnet>([Wire.Need(i.SubnetId)])),
        SecurityGroups = instance.Items(i => Refs.Many<SecurityGroup>(Wire.List(i.SecurityGroups).Select(g => g.GroupId))),
        TargetGroups = instance.Items<Ref<TargetGroup>>(_ => []),
        Instances = instance.Items<Ref<ComputeInstance>>(i => [new(i.InstanceId)]),
    };
}
