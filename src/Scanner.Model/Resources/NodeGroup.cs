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

    /// <summary>The AMI that the configuration gives to its nodes, be it the cluster's; null for ParallelCluster's own.</summary>
    public Fact<string?> CustomAmi { get; internal init; }

    /// <summary>Whether its nodes run scripts of the user's (<c>CustomActions</c>), which may mount or install anything.</summary>
    public Truth HasCustomActions { get; internal init; }

    /// <summary>The security groups that its nodes have besides ParallelCluster's own, or besides those that replace them (<c>AdditionalSecurityGroups</c>).</summary>
    public Fact<Items<Ref<SecurityGroup>>> AdditionalSecurityGroups { get; internal init; }

    /// <summary>
    /// Who may come by SSH (<c>Ssh/AllowedIps</c>): a block, or a prefix list. ParallelCluster's default is <c>0.0.0.0/0</c>; a login
    /// pool's is the head node's. Null where security groups of the user's decide, and for compute nodes, which have no such setting.
    /// </summary>
    public Fact<string?> SshAllowedIps { get; internal init; }

    /// <summary>Whether a key pair of EC2 is put on its nodes (<c>Ssh/KeyName</c>).</summary>
    public Truth HasSshKey { get; internal init; }

    /// <summary>The remote desktop that its nodes offer (<c>Dcv</c>); null where it is off.</summary>
    public Fact<RemoteDesktop?> Dcv { get; internal init; }

    /// <summary>Whether the head node has an elastic address (<c>ElasticIp</c>).</summary>
    public Truth HasElasticIp { get; internal init; }

    /// <summary>Whether a queue's nodes get public addresses (<c>AssignPublicIp</c>); null where their subnet decides.</summary>
    public Fact<bool?> AssignsPublicIp { get; internal init; }

    /// <summary>What a queue's nodes are bought as (<c>CapacityType</c>): <c>ONDEMAND</c> (default), <c>SPOT</c>, <c>CAPACITY_BLOCK</c>; null for other groups.</summary>
    public Fact<string?> CapacityType { get; internal init; }

    /// <summary>Whether a queue's nodes come out of a capacity reservation (<c>CapacityReservationTarget</c>).</summary>
    public Truth HasCapacityReservation { get; internal init; }

    /// <summary>What the configuration adds to <c>slurm.conf</c> for a queue and its compute resource (<c>CustomSlurmSettings</c>), the queue's first.</summary>
    public Fact<Items<SlurmSetting>> CustomSlurmSettings { get; internal init; }

    /// <summary>How many minutes users of a login node are warned before it ends (<c>GracetimePeriod</c>): 10 by default; null for other groups.</summary>
    public Fact<int?> GracetimePeriod { get; internal init; }

    /// <summary>The role or instance profile that the configuration gives to its nodes (<c>Iam</c>); null for ParallelCluster's own.</summary>
    public Fact<string?> InstanceRole { get; internal init; }

    /// <summary>The policies that the configuration adds to ParallelCluster's own role (<c>Iam/AdditionalIamPolicies</c>), by ARN.</summary>
    public Fact<Items<string>> IamPolicies { get; internal init; }

    /// <summary>
    /// What ParallelCluster mounts on its nodes, by the <c>dna.json</c> in launch template or CloudFormation metadata, or by a configuration
    /// that the user handed over.
    /// </summary>
    public Fact<Items<NodeMount>> Mounts { get; internal init; }

    /// <summary>The Auto Scaling processes that are suspended, e.g. <c>ReplaceUnhealthy</c>.</summary>
    public Fact<Items<string>> SuspendedProcesses { get; internal init; }
}
