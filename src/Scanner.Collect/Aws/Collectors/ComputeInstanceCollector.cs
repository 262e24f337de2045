using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeInstances, and of those that there are ec2:DescribeInstanceTypes and ec2:DescribeInstanceStatus. User data is not asked for.</summary>
internal sealed class ComputeInstanceCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var instances = await scope.Shared.Instances(cancellationToken);
        sink.Cover<ComputeInstance>(instances.Evidence, instances.Gap);
        foreach (var instance in instances.Items) sink.Observe(instance.Evidence, Map(instance, scope));
        await Task.WhenAll(
            new InstalledPackages(scope, sink).Collect(instances, cancellationToken),
            new InstanceSizes(scope, sink).Collect(instances.Items, cancellationToken),
            new InstanceStatuses(scope, sink).Collect(instances.Items, cancellationToken));
    }

    /// <summary>Every answer about an instance names it by the same key.</summary>
    public static string KeyOf(Answer<Ec2.Instance> instance) => ResourceKey.OfInstance(AwsTags.Of(instance.Value!.Tags), instance.Value.InstanceId);

    /// <summary>Whether its tags say that it is a node of a cluster.</summary>
    public static bool IsNode(Ec2.Instance instance)
    {
        var tags = AwsTags.Of(instance.Tags);
        return ParallelClusterNode.Of(tags) is not null || Role(tags) is NodeRole.KubeNode;
    }

    private static ComputeInstance Map(Answer<Ec2.Instance> instance, AwsScope scope)
    {
        var (id, tags) = (instance.Value!.InstanceId, AwsTags.Of(instance.Value.Tags));
        var node = ParallelClusterNode.Of(tags);
        return new()
        {
            Id = id,
            Key = KeyOf(instance),
            Name = instance.Optional(_ => tags["Name"]),
            State = instance.Field(i => i.State?.Name?.Value),
            InstanceType = instance.Field(i => i.InstanceType?.Value),
            ImageId = instance.Field(i => i.ImageId),
            AvailabilityZone = instance.Field(i => i.Placement?.AvailabilityZone),
            Vpc = instance.Optional(i => Refs.Maybe<Vpc>(i.VpcId)),
            Subnet = instance.Optional(i => Refs.Maybe<Subnet>(i.SubnetId)),
            SecurityGroups = instance.Items(i => Refs.Many<SecurityGroup>(GroupIds(i))),
            PrivateIps = instance.Items(i => Wire.List(i.NetworkInterfaces).SelectMany(c => Wire.List(c.PrivateIpAddresses)).Select(a => Wire.Need(a.PrivateIpAddress))),
            Ipv6Addresses = instance.Items(i => i.NetworkInterfaces?.SelectMany(c => c.Ipv6Addresses ?? []).Select(a => Wire.Need(a.Ipv6Address))),
            PublicIp = instance.Optional(i => i.PublicIpAddress is { Length: > 0 } ip ? ip : null),
            LaunchedAt = instance.Field(i => Moment.Of(i.LaunchTime)),
            Role = instance.Map(_ => node?.Role ?? Role(tags)),
            Cluster = instance.Optional(_ => node is null ? (Ref<Cluster>?)null : scope.Cluster(node.Cluster)),
            Pool = instance.Optional(_ => node?.Pool),
            IsWindows = instance.Truth(i => string.Equals(i.Platform?.Value, "windows", StringComparison.OrdinalIgnoreCase)), // no other platform is named
            IsSpot = instance.Truth(i => i.InstanceLifecycle?.Value == "spot"), // on-demand instances have none
            Tags = instance.Map(_ => tags),
        };
    }

    private static IEnumerable<string?> GroupIds(Ec2.Instance instance) =>
        (instance.SecurityGroups ?? []).Concat((instance.NetworkInterfaces ?? []).SelectMany(c => c.Groups ?? [])).Select(g => g.GroupId);

    private static NodeRole Role(StringMap tags) =>
        tags.Has("eks:cluster-name") || tags.Has("eks:eks-cluster-name") || tags.Has("karpenter.sh/nodepool") ? NodeRole.KubeNode : NodeRole.Other;
}
