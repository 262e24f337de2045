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
}
