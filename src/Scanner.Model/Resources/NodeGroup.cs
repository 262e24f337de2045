namespace Scanner.Model;

/// <summary>Anything that makes nodes, so that a group without nodes can be judged as well.</summary>
/// <remarks>
/// A ParallelCluster login pool (autoscaling:DescribeAutoScalingGroups, ec2:DescribeLaunchTemplateVersions), queue and compute
/// resource (launch template, configuration), or head node; an EKS managed node group (eks:DescribeNodegroup) or Fargate profile;
/// a Karpenter node pool (karpenter.sh NodePool).
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

    /// <summary>The service's word for its state, e.g. <c>ACTIVE</c> (EKS); null where the maker has none.</summary>
    public Fact<string?> Status { get; internal init; }

    /// <summary>Whether it can make nodes now: the condition Ready of a Karpenter node pool.</summary>
    public Truth IsReady { get; internal init; }

    /// <summary>The labels that its nodes get.</summary>
    public Fact<StringMap> Labels { get; internal init; }

    /// <summary>The taints that its nodes keep, without those that vanish once a node is up.</summary>
    public Fact<Items<Taint>> Taints { get; internal init; }

    /// <summary>The taints that vanish once a node is up (Karpenter's <c>startupTaints</c>).</summary>
    public Fact<Items<Taint>> StartupTaints { get; internal init; }

    /// <summary>What Karpenter requires of a node; a requirement <c>In</c> one value also labels the node.</summary>
    public Fact<Items<LabelRequirement>> Requirements { get; internal init; }

    /// <summary>The most that a Karpenter node pool may make, e.g. <c>cpu=1000</c>; empty where it has no limit.</summary>
    public Fact<StringMap> Limits { get; internal init; }

    /// <summary>How Karpenter makes the nodes; null for other groups.</summary>
    public Fact<Ref<NodeClass>?> NodeClass { get; internal init; }

    /// <summary>The API version that a Karpenter node pool was read in, e.g. <c>karpenter.sh/v1</c>; null for other groups.</summary>
    public Fact<string?> ApiVersion { get; internal init; }

    /// <summary>What ParallelCluster mounts on its nodes, by the <c>dna.json</c> in launch template or CloudFormation metadata.</summary>
    public Fact<Items<NodeMount>> Mounts { get; internal init; }

    /// <summary>The Auto Scaling processes that are suspended, e.g. <c>ReplaceUnhealthy</c>.</summary>
    public Fact<Items<string>> SuspendedProcesses { get; internal init; }
}
