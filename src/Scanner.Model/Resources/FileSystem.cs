namespace Scanner.Model;

/// <summary>A file system (fsx:DescribeFileSystems, elasticfilesystem:DescribeFileSystems and DescribeMountTargets).</summary>
public sealed class FileSystem : Resource
{
    internal FileSystem() { }

    public Fact<FileSystemType> Type { get; internal init; }

    /// <summary>The service's word for its state: <c>AVAILABLE</c> (FSx), <c>available</c> (EFS) …</summary>
    public Fact<string?> Lifecycle { get; internal init; }

    /// <summary><c>PERSISTENT_2</c>, <c>SCRATCH_2</c>, <c>MULTI_AZ_1</c> …; null where the type has none.</summary>
    public Fact<string?> DeploymentType { get; internal init; }

    public Fact<int?> CapacityGiB { get; internal init; }

    public Fact<string?> DnsName { get; internal init; }

    public Fact<Ref<Vpc>?> Vpc { get; internal init; }

    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    public Fact<Items<Ref<NetworkInterface>>> NetworkInterfaces { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }

    /// <summary><c>SSD</c>, <c>HDD</c>, <c>INTELLIGENT_TIERING</c>; null for EFS.</summary>
    public Fact<string?> StorageType { get; internal init; }

    /// <summary>EFS' throughput mode: <c>bursting</c>, <c>provisioned</c>, <c>elastic</c>; null for the others.</summary>
    public Fact<string?> ThroughputMode { get; internal init; }

    /// <summary>Whether it lies in one zone: EFS One Zone, or a Single-AZ FSx.</summary>
    public Truth IsOneZone { get; internal init; }

    /// <summary>The name in Lustre's mount command; null for the others.</summary>
    public Fact<string?> MountName { get; internal init; }

    /// <summary>Addresses that float between its zones (Multi-AZ OpenZFS and ONTAP); empty for the others.</summary>
    public Fact<Items<string>> EndpointIps { get; internal init; }

    /// <summary>The route tables that know these addresses.</summary>
    public Fact<Items<Ref<RouteTable>>> RouteTables { get; internal init; }

    /// <summary>How long automatic backups of FSx are kept, 0 where there are none; null for EFS, which has a policy instead.</summary>
    public Fact<int?> BackupRetentionDays { get; internal init; }

    /// <summary>When the newest backup was made that FSx can restore, of the file system or of one of its volumes (fsx:DescribeBackups); null where there is none. Of EFS only AWS Backup could tell, which is not asked.</summary>
    public Fact<DateTimeOffset?> LastBackupAt { get; internal init; }

    /// <summary>EFS' backup policy: <c>ENABLED</c>, <c>DISABLED</c> …; null for FSx, and where there is none.</summary>
    public Fact<string?> BackupPolicy { get; internal init; }

    /// <summary>The buckets and paths that a Lustre file system or cache is linked to (fsx:DescribeDataRepositoryAssociations).</summary>
    public Fact<Items<string>> DataRepositories { get; internal init; }

    /// <summary>
    /// What becomes of it with the stack that made it, by the declaration: <c>Delete</c> (ParallelCluster's default), <c>Retain</c>,
    /// <c>Snapshot</c>; null where no declaration makes it.
    /// </summary>
    public Fact<string?> DeletionPolicy { get; internal init; }
}
