using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>File systems of EFS with their mount targets and backup policies, and access points.</summary>
internal static class EfsSystems
{
    public static void Observe(Observer observer)
    {
        foreach (var system in observer.Each<FileSystem>("aws_efs_file_system"))
            observer.Observe(system, Map(observer, system), ("throughputMode", "throughput_mode"), ("isOneZone", "availability_zone_name"), ("tags", "tags"));
        foreach (var point in observer.Each<AccessPoint>("aws_efs_access_point"))
            observer.Observe(point, Point(observer, point), ("fileSystem", "file_system_id"), ("rootDirectory", "root_directory.path"), ("posixUser", "posix_user.uid"));
    }

    private static FileSystem Map(Observer observer, Reading system) => new()
    {
        Id = observer.Id(system),
        Key = system.Key(),
        Name = system.NameTag(),
        Type = system.Always(FileSystemType.Efs),
        Lifecycle = system.Never<string?>("the state of a file system"),
        DeploymentType = system.Always<string?>(null),
        CapacityGiB = system.Always<int?>(null), // it grows
        DnsName = system.Map(a => (string?)a.Need("dns_name")),
        Vpc = system.Map(_ => Mounts(observer, system) is { Count: > 0 } mounts ? Placing.VpcOf(observer, mounts.Select(Subnet)) : (Ref<Vpc>?)null),
        Subnets = system.Items(_ => Mounts(observer, system).Select(Subnet).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList()),
        NetworkInterfaces = system.Items(_ => Mounts(observer, system).Select(m => new Ref<NetworkInterface>(m.Resource.Values.Need("network_interface_id"))).OrderBy(r => r.Id, StringComparer.Ordinal).ToList()),
        SecurityGroups = system.Items(_ => Mounts(observer, system).SelectMany(m => m.Many<SecurityGroup>(m.Resource.Values, "security_groups")).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList()),
        Tags = system.Tags(),
        StorageType = system.Always<string?>(null),
        ThroughputMode = system.Map(a => (string?)a.Need("throughput_mode")),
        IsOneZone = system.Truth(a => !system.IsDefault(a, "availability_zone_name") && a.Filled("availability_zone_name") is not null), // only One Zone file systems have one
        MountName = system.Always<string?>(null),
        EndpointIps = system.Items<string>(_ => []),
        RouteTables = system.Items<Ref<RouteTable>>(_ => []),
        BackupRetentionDays = system.Always<int?>(null),
        BackupPolicy = system.Map(a => BackupPolicy(observer, system, a)),
        DataRepositories = system.Items<string>(_ => []),
    };

    private static List<Reading> Mounts(Observer observer, Reading system) => system.Resource.IsData
        ? throw UnsaidException.NeverSaid("a data source does not tell the mount targets of a file system")
        : [.. observer.Parts<FileSystem>("aws_efs_mount_target", "file_system_id", observer.Id(system))];

    private static Ref<Subnet> Subnet(Reading mount) => mount.Need<Subnet>(mount.Resource.Values, "subnet_id");

    /// <summary>A new file system without a policy has none, but in one zone: parameter Backup of the EFS API's CreateFileSystem.</summary>
    private static string? BackupPolicy(Observer observer, Reading system, Attributes attributes)
    {
        if (observer.Parts<FileSystem>("aws_efs_backup_policy", "file_system_id", observer.Id(system)).FirstOrDefault() is { } policy)
            return policy.Resource.Values.NeedBlock("backup_policy").Need("status");
        // the provider switches backups off where it takes a policy away
        var gone = observer.Once("gone backup policies", () => observer.World.GoneOf("aws_efs_backup_policy").Select(p => World.Known(p.Values, "file_system_id")).ToHashSet(StringComparer.Ordinal));
        if (gone.Contains(observer.Id(system))) return "DISABLED";
        return system.Resource.IsNew && (system.IsDefault(attributes, "availability_zone_name") || attributes.Filled("availability_zone_name") is null) ? null
            : throw UnsaidException.NeverSaid($"no backup policy of {system.Resource.Address} is declared in these files");
    }

    private static AccessPoint Point(Observer observer, Reading point) => new()
    {
        Id = observer.Id(point),
        Key = point.Key(),
        Name = point.NameTag(),
        FileSystem = point.Map(a => point.Need<FileSystem>(a, "file_system_id")),
        // "/" where none is written: parameter RootDirectory of the EFS API's CreateAccessPoint
        RootDirectory = point.Map(a => point.IsDefault(a, "root_directory") ? "/" : a.Block("root_directory") is { } root ? point.IsDefault(root, "path") ? "/" : root.Need("path") : "/"),
        PosixUser = point.Map(a => a.Block("posix_user") is { } user ? (long?)user.NeedNumber("uid") : null),
        Tags = point.Tags(),
    };
}
