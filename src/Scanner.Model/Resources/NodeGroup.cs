namespace Scanner.Model;

/// <summary>Anything that makes nodes, so that a group without nodes can be judged as well.</summary>
/// <remarks>
/// A ParallelCluster login pool (autoscaling:DescribeAutoScalingGroups, ec2:DescribeLaunchTemplateVersions), queue and compute
/// resource (launch template, configuration), or head node.
/// </remarks>
public sealed class NodeGroup : Resource
{
    internal NodeGroup() { }

    public Fact<Provisioner> Provisioner { get; internal init; }

    /// <summary>The cluster it belongs to; null where it belongs to none.</summary>
    public Fact<Ref<Cluster>?> Cluster { get; internal init; }

    /// <summary>The login pool's or queue's name; null where it has none.</summary>
    public Fact<string?> Pool { get; internal init; }

    public Fact<int> Min { get; internal init; }

    public Fact<int> Max { get; internal init; }

    public Fact<int> Desired { get; internal init; }

    public Fact<Items<string>> InstanceTypes { get; internal init; }

    public Fact<string?> ImageId { get; internal init; }

    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    /// <summary>The target groups that new nodes are registered with by the Auto Scaling group.</summary>
    public Fact<Items<Ref<TargetGroup>>> TargetGroups { get; internal init; }

    /// <summary>The instances that the Auto Scaling group lists as in service.</summary>
    public Fact<Items<Ref<ComputeInstance>>> Instances { get; internal init; }
}
