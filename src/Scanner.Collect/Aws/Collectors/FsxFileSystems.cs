using Scanner.Model;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What fsx:DescribeFileSystems says of a file system.</summary>
internal static class FsxFileSystems
{
    public static string Key(Fsx.FileSystem system) => ResourceKey.Of(Tags(system), system.FileSystemId);

    public static FileSystem Map(Answer<Fsx.FileSystem> system)
    {
        var (id, tags) = (system.Value!.FileSystemId, Tags(system.Value));
        return new()
        {
            Id = id,
            Key = Key(system.Value),
            Name = system.Optional(_ => tags["Name"]),
            Type = system.Field(f => Type(f.FileSystemType?.Value), "FileSystemType"),
            Lifecycle = system.Map(f => (string?)Wire.Need(f.Lifecycle?.Value)),
            DeploymentType = system.Map(f => (string?)Wire.Need(FsxDeployment.Type(f), "DeploymentType")),
            CapacityGiB = system.Optional(f => f.StorageCapacity),
            DnsName = system.Optional(f => f.DNSName),
            Vpc = system.Map(f => (Ref<Vpc>?)Refs.Need<Vpc>(f.VpcId)),
            Subnets = system.Items(f => Refs.Many<Subnet>(Wire.List(f.SubnetIds))),
            // its security groups are those of its network interfaces; FSx itself does not say
            NetworkInterfaces = system.Items(f => Refs.Many<NetworkInterface>(Wire.List(f.NetworkInterfaceIds))),
            CreatedAt = system.Field(f => Moment.Of(f.CreationTime)),
            Tags = system.Map(_ => tags),
            StorageType = system.Map(f => (string?)Wire.Need(f.StorageType?.Value)),
            ThroughputMode = system.Optional(_ => (string?)null),
            IsOneZone = system.Truth(f => !FsxDeployment.IsMultiZone(f)),
            MountName = system.Map(MountName),
            EndpointIps = FsxDeployment.IsMultiZoneOntap(system.Value) ? default : system.Items(FsxDeployment.EndpointIps),
            RouteTables = system.Items(FsxDeployment.RouteTables),
            BackupRetentionDays = system.Map(BackupRetentionDays),
            BackupPolicy = system.Optional(_ => (string?)null),
            DataRepositories = DataRepositories.MayHave(system.Value) ? default : system.Items<string>(_ => []),
        };
    }

    private static FileSystemType? Type(string? type) => type switch
    {
        "LUSTRE" => FileSystemType.Lustre,
        "OPENZFS" => FileSystemType.OpenZfs,
        "ONTAP" => FileSystemType.Ontap,
        "WINDOWS" => FileSystemType.Windows,
        _ => null,
    };

    private static string? MountName(Fsx.FileSystem system) =>
        Wire.Need(system.FileSystemType?.Value) == "LUSTRE" ? Wire.Need(system.LustreConfiguration?.MountName) : null;

    /// <summary>Scratch file systems have no backups, and say nothing of them.</summary>
    private static int? BackupRetentionDays(Fsx.FileSystem system) => Wire.Need(system.FileSystemType?.Value) switch
    {
        "LUSTRE" when FsxDeployment.Type(system) is "SCRATCH_1" or "SCRATCH_2" => 0,
        "LUSTRE" => Wire.Need(system.LustreConfiguration?.AutomaticBackupRetentionDays),
        "OPENZFS" => Wire.Need(system.OpenZFSConfiguration?.AutomaticBackupRetentionDays),
        "ONTAP" => Wire.Need(system.OntapConfiguration?.AutomaticBackupRetentionDays),
        "WINDOWS" => Wire.Need(system.WindowsConfiguration?.AutomaticBackupRetentionDays),
        _ => throw new AbsentFieldException("FileSystemType"),
    };

    private static StringMap Tags(Fsx.FileSystem system) => AwsTags.Of(system.Tags, t => t.Key, t => t.Value);
}
