using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>File systems and caches of FSx.</summary>
internal static class FsxSystems
{
    private static readonly (string Type, FileSystemType Is)[] s_types =
    [
        ("aws_fsx_lustre_file_system", FileSystemType.Lustre),
        ("aws_fsx_openzfs_file_system", FileSystemType.OpenZfs),
        ("aws_fsx_ontap_file_system", FileSystemType.Ontap),
        ("aws_fsx_windows_file_system", FileSystemType.Windows),
        ("aws_fsx_file_cache", FileSystemType.FileCache),
    ];

    private static readonly string[] s_paths = ["import_path", "export_path"];

    public static void Observe(Observer observer)
    {
        foreach (var (type, kind) in s_types)
            foreach (var system in observer.Each<FileSystem>(type))
                observer.Observe(system, Map(observer, system, kind), ("type", "deployment_type"), ("deploymentType", "deployment_type"), ("isOneZone", "deployment_type"), ("capacityGiB", "storage_capacity"),
                    ("storageType", "storage_type"), ("subnets", "subnet_ids"), ("securityGroups", "security_group_ids"), ("backupRetentionDays", "automatic_backup_retention_days"), ("routeTables", "route_table_ids"), ("tags", "tags"));
    }

    private static FileSystem Map(Observer observer, Reading system, FileSystemType type) => new()
    {
        Id = observer.Id(system),
        Key = system.Key(),
        Name = system.NameTag(),
        Type = system.Always(type),
        Lifecycle = system.Never<string?>("the state of a file system"),
        DeploymentType = system.Map(a => (string?)Deployment(a, type)),
        CapacityGiB = system.Map(a => a.Number("storage_capacity")),
        DnsName = system.Map(a => (string?)a.Need("dns_name")),
        Vpc = system.Map(a => a.IsUnknown("vpc_id") ? Placing.VpcOf(observer, system.Many<Subnet>(a, "subnet_ids")) : (Ref<Vpc>?)system.Need<Vpc>(a, "vpc_id")),
        Subnets = system.Some<Subnet>("subnet_ids"),
        NetworkInterfaces = system.Items(a => system.Many<NetworkInterface>(a, "network_interface_ids")),
        SecurityGroups = system.Items(a => system.Many<SecurityGroup>(a, "security_group_ids")),
        Tags = system.Tags(),
        StorageType = system.Map(a => (string?)(type is FileSystemType.FileCache ? "SSD" : a.Need("storage_type"))), // the only one that caches have
        ThroughputMode = system.Always<string?>(null),
        IsOneZone = system.Truth(a => !IsMultiZone(a, type)),
        MountName = system.Map(a => type is FileSystemType.Lustre ? a.Need("mount_name") : type is FileSystemType.FileCache ? a.NeedBlock("lustre_configuration").Need("mount_name") : null),
        EndpointIps = system.Items(a => EndpointIps(a, type)),
        RouteTables = system.Items(a => RouteTables(system, a, type)),
        BackupRetentionDays = system.Map(a => Retention(system, a, type)),
        LastBackupAt = type is FileSystemType.FileCache ? system.Always<DateTimeOffset?>(null) : system.Never<DateTimeOffset?>("backups"),
        BackupPolicy = system.Always<string?>(null),
        DataRepositories = system.Items(a => Repositories(observer, system, a, type)),
    };

    private static string Deployment(Attributes system, FileSystemType type) => type is FileSystemType.FileCache ? system.NeedBlock("lustre_configuration").Need("deployment_type") : system.Need("deployment_type");

    /// <summary>Lustre is always in one zone; a deployment type of a name not seen before was not understood.</summary>
    private static bool IsMultiZone(Attributes system, FileSystemType type) => type is not (FileSystemType.Lustre or FileSystemType.FileCache) && Deployment(system, type) switch
    {
        var name when name.StartsWith("MULTI_AZ", StringComparison.Ordinal) => true,
        var name when name.StartsWith("SINGLE_AZ", StringComparison.Ordinal) => false,
        _ => throw system.Absent("deployment_type"),
    };

    private static IEnumerable<string> EndpointIps(Attributes system, FileSystemType type) => !IsMultiZone(system, type) || type is FileSystemType.Windows ? []
        : type is FileSystemType.OpenZfs ? [system.Need("endpoint_ip_address")] : throw UnsaidException.NeverSaid("the addresses of ONTAP are those of its storage virtual machines");

    private static IEnumerable<Ref<RouteTable>> RouteTables(Reading reading, Attributes system, FileSystemType type) =>
        !IsMultiZone(system, type) || type is FileSystemType.Windows ? [] : reading.Many<RouteTable>(system, "route_table_ids");

    /// <summary>Caches and scratch file systems have no backups. The provider's default is 0 but for Windows, where it is 7, and gives it itself in most types.</summary>
    private static int? Retention(Reading reading, Attributes system, FileSystemType type)
    {
        if (type is FileSystemType.FileCache || (type is FileSystemType.Lustre && Deployment(system, type) is "SCRATCH_1" or "SCRATCH_2")) return 0;
        // of Lustre, the API's default for persistent ones is 0: CreateFileSystemLustreConfiguration
        return type is FileSystemType.Lustre && reading.IsDefault(system, "automatic_backup_retention_days") ? 0 : system.NeedNumber("automatic_backup_retention_days");
    }

    private static IEnumerable<string> Repositories(Observer observer, Reading system, Attributes attributes, FileSystemType type)
    {
        if (type is not (FileSystemType.Lustre or FileSystemType.FileCache)) return [];
        var links = observer.Parts<FileSystem>("aws_fsx_data_repository_association", "file_system_id", observer.Id(system)).Select(l => l.Resource.Values.Need("data_repository_path"));
        var own = type is FileSystemType.FileCache ? attributes.Blocks("data_repository_association").Select(b => b.Need("data_repository_path"))
            : s_paths.Select(n => system.IsDefault(attributes, n) ? null : attributes.Filled(n)).OfType<string>();
        return links.Concat(own).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }
}
