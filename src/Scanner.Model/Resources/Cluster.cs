namespace Scanner.Model;

/// <summary>A cluster. ParallelCluster: cloudformation:DescribeStacks, and the configuration that it keeps in its bucket (s3:GetObjectVersion).</summary>
public sealed class Cluster : Resource
{
    internal Cluster() { }

    public Fact<ClusterKind> Kind { get; internal init; }

    /// <summary>ParallelCluster's version: stack tag <c>parallelcluster:version</c>, else the nodes' <c>parallelcluster:attributes</c>.</summary>
    public Fact<SemanticVersion> Version { get; internal init; }

    /// <summary><c>slurm</c> or <c>awsbatch</c> (stack parameter Scheduler, else configuration).</summary>
    public Fact<string> Scheduler { get; internal init; }

    /// <summary>The stack's status, e.g. <c>CREATE_COMPLETE</c>.</summary>
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

    /// <summary>Where the directory service puts homes (<c>override_homedir</c>, <c>fallback_homedir</c>); null where it does not say.</summary>
    public Fact<string?> DirectoryHome { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
