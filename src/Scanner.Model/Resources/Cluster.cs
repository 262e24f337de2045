namespace Scanner.Model;

/// <summary>A cluster.</summary>
/// <remarks>
/// ParallelCluster: cloudformation:DescribeStacks, and the configuration that it keeps in its bucket (s3:GetObjectVersion).
/// EKS as AWS shows it: eks:DescribeCluster. Any Kubernetes cluster as its own API shows it: <c>/version</c>, and the uid of its
/// namespace kube-system; of an EKS cluster there are then two, which an environment puts together.
/// </remarks>
public sealed class Cluster : Resource
{
    internal Cluster() { }

    public Fact<ClusterKind> Kind { get; internal init; }

    /// <summary>
    /// ParallelCluster's version: stack tag <c>parallelcluster:version</c>, else the nodes' <c>parallelcluster:attributes</c>.
    /// Kubernetes' version: eks:DescribeCluster <c>version</c>, or <c>gitVersion</c> of <c>/version</c>.
    /// </summary>
    public Fact<SemanticVersion> Version { get; internal init; }

    /// <summary><c>slurm</c> or <c>awsbatch</c> (stack parameter Scheduler, else configuration).</summary>
    public Fact<string> Scheduler { get; internal init; }

    /// <summary>The stack's status, e.g. <c>CREATE_COMPLETE</c>, or the EKS cluster's, e.g. <c>ACTIVE</c>.</summary>
    public Fact<string> Status { get; internal init; }

    /// <summary>The configuration's <c>SharedStorage</c>.</summary>
    public Fact<Items<SharedStorage>> SharedStorage { get; internal init; }

    /// <summary>The configuration's <c>HeadNode/SharedStorageType</c>: <c>Ebs</c> (default) or <c>Efs</c>.</summary>
    public Fact<string> SharedStorageType { get; internal init; }

    /// <summary>The configuration's <c>HeadNode/Networking/SubnetId</c>.</summary>
    public Fact<Ref<Subnet>> HeadNodeSubnet { get; internal init; }

    /// <summary>The configuration's <c>LoginNodes/Pools</c>; empty where it declares none.</summary>
    public Fact<Items<LoginPool>> LoginPools { get; internal init; }

    /// <summary>The configuration's queues.</summary>
    public Fact<Items<string>> Queues { get; internal init; }

    /// <summary>The accounting database; null where accounting is not declared.</summary>
    public Fact<AccountingDatabase?> Accounting { get; internal init; }

    /// <summary>Whether accounting goes to a slurmdbd outside the cluster.</summary>
    public Truth UsesExternalSlurmdbd { get; internal init; }

    /// <summary>Whether some node runs a custom action, which may mount or install anything.</summary>
    public Truth HasCustomActions { get; internal init; }

    /// <summary>Whether some node boots from an AMI of the user's.</summary>
    public Truth HasCustomAmi { get; internal init; }

    /// <summary>The configuration's <c>Region</c>; null where whoever deploys it decides.</summary>
    public Fact<string?> Region { get; internal init; }

    /// <summary>The configuration's <c>Image/Os</c>, e.g. <c>alinux2023</c>.</summary>
    public Fact<string> Os { get; internal init; }

    /// <summary>The AMI that nodes boot from where their own part of the configuration names none (<c>Image/CustomAmi</c>); null for ParallelCluster's own.</summary>
    public Fact<string?> CustomAmi { get; internal init; }

    /// <summary>The accounting database's part of the configuration as it is written; null where accounting is not declared.</summary>
    public Fact<AccountingSettings?> AccountingSettings { get; internal init; }

    /// <summary>The slurmdbd outside the cluster that accounting goes to; null where there is none.</summary>
    public Fact<ExternalSlurmdbd?> ExternalSlurmdbd { get; internal init; }

    /// <summary>After how many idle minutes a dynamic node ends (<c>SlurmSettings/ScaledownIdletime</c>): 10 by default, -1 for never; null without Slurm.</summary>
    public Fact<int?> ScaledownIdletime { get; internal init; }

    /// <summary>What the configuration adds to <c>slurm.conf</c> (<c>SlurmSettings/CustomSlurmSettings</c>), in its order.</summary>
    public Fact<Items<SlurmSetting>> CustomSlurmSettings { get; internal init; }

    /// <summary>A file that is added to <c>slurm.conf</c>, whose content is not in the configuration (<c>CustomSlurmSettingsIncludeFile</c>); null where there is none.</summary>
    public Fact<string?> SlurmSettingsFile { get; internal init; }

    /// <summary>The configuration's <c>DirectoryService</c>; null where it declares none.</summary>
    public Fact<DirectorySettings?> Directory { get; internal init; }

    /// <summary>Where the directory service puts homes (<c>override_homedir</c>, <c>fallback_homedir</c>); null where it does not say.</summary>
    public Fact<string?> DirectoryHome { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }

    /// <summary>Where its Kubernetes API is, e.g. <c>https://0123ABCD.gr7.us-east-1.eks.amazonaws.com</c>; null while an EKS cluster is being made.</summary>
    public Fact<string?> Endpoint { get; internal init; }

    /// <summary>The uid of its namespace kube-system, which stays whatever a Kubernetes cluster is called.</summary>
    public Fact<string> Uid { get; internal init; }

    /// <summary>Whether Amazon built its Kubernetes (the version says <c>-eks-</c>), which EKS and EKS Anywhere have.</summary>
    public Truth IsEksBuild { get; internal init; }

    /// <summary>The VPC of an EKS cluster.</summary>
    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    /// <summary>The subnets of an EKS cluster's control plane (<c>resourcesVpcConfig.subnetIds</c>).</summary>
    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    /// <summary>The security group that EKS gives to control plane and managed nodes; null where it has none.</summary>
    public Fact<Ref<SecurityGroup>?> ClusterSecurityGroup { get; internal init; }

    /// <summary>EKS Auto Mode (<c>computeConfig.enabled</c>).</summary>
    public Truth IsAutoMode { get; internal init; }

    /// <summary>When AWS' standard support of this Kubernetes version ends (eks:DescribeClusterVersions); null for a version that AWS no longer lists.</summary>
    public Fact<DateTimeOffset?> StandardSupportEndsAt { get; internal init; }
}
