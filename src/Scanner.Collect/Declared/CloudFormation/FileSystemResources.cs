using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::EFS::FileSystem with its mount targets, AWS::FSx::FileSystem and AWS::FSx::Volume.</summary>
internal sealed class FileSystemResources(Template template, DeclaredSink sink)
{
    private const string MountTarget = "AWS::EFS::MountTarget";

    public void Observe()
    {
        foreach (var efs in template.Of("AWS::EFS::FileSystem"))
            sink.Observe(efs.Evidence, Efs(efs), efs.Places(("throughputMode", "ThroughputMode"), ("backupPolicy", "BackupPolicy"), ("isOneZone", "AvailabilityZoneName"), ("tags", "FileSystemTags")));
        foreach (var fsx in template.Of("AWS::FSx::FileSystem"))
            sink.Observe(fsx.Evidence, Fsx(fsx), fsx.Places(("type", "FileSystemType"), ("capacityGiB", "StorageCapacity"), ("storageType", "StorageType"), ("subnets", "SubnetIds"), ("securityGroups", "SecurityGroupIds"),
                ("deploymentType", $"{Settings(fsx)}/DeploymentType"), ("isOneZone", $"{Settings(fsx)}/DeploymentType"), ("backupRetentionDays", $"{Settings(fsx)}/AutomaticBackupRetentionDays"), ("tags", "Tags")));
        foreach (var volume in template.Of("AWS::FSx::Volume"))
            sink.Observe(volume.Evidence, Volume(volume), volume.Places(("type", "VolumeType"), ("name", "Name"), ("path", "OntapConfiguration/JunctionPath"), ("tags", "Tags")));
    }

    private FileSystem Efs(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Tags<FileSystem>("FileSystemTags").Map(t => t["Name"]),
        Type = r.Answer<FileSystem>().Map(_ => FileSystemType.Efs),
        DeploymentType = r.Answer<FileSystem>().Optional(_ => (string?)null),
        CapacityGiB = r.Answer<FileSystem>().Optional(_ => (int?)null),
        StorageType = r.Answer<FileSystem>().Optional(_ => (string?)null),
        ThroughputMode = r.Optional<FileSystem>("ThroughputMode", _ => "bursting"), // EFS' own default
        IsOneZone = r.Truth<FileSystem>("AvailabilityZoneName", p => p.Has("AvailabilityZoneName")),
        BackupRetentionDays = r.Answer<FileSystem>().Optional(_ => (int?)null),
        BackupPolicy = r.Fact<FileSystem, string?>("BackupPolicy", p => p.Need("BackupPolicy/Status").Text()), // one zone brings a policy, which is not said
        Subnets = MountTargets<Subnet>(r, p => [p.Need("SubnetId").Text()]),
        SecurityGroups = MountTargets<SecurityGroup>(r, p => p.Texts("SecurityGroups")),
        EndpointIps = r.Answer<FileSystem>().Items<string>(_ => []),
        RouteTables = r.Answer<FileSystem>().Items<Ref<RouteTable>>(_ => []),
        DataRepositories = r.Answer<FileSystem>().Items<string>(_ => []),
        MountName = r.Answer<FileSystem>().Optional(_ => (string?)null),
        DeletionPolicy = r.DeletionPolicy,
        Lifecycle = new(r.Unseen<FileSystem>()),
        Vpc = new(r.Unseen<FileSystem>()),
        NetworkInterfaces = new(r.Unseen<FileSystem>()),
        Tags = r.Tags<FileSystem>("FileSystemTags"),
    };

    /// <summary>What the mount targets of the template say together; one whose file system or existence is open leaves it open.</summary>
    private Fact<Items<Ref<TTo>>> MountTargets<TTo>(TemplateResource efs, Func<YamlPlace, IEnumerable<string>> read) where TTo : Resource
    {
        var all = template.Of(MountTarget).Select(t => (Target: t, Of: t.Text<FileSystem>("FileSystemId"))).ToList();
        var own = all.Where(t => t.Of is { IsKnown: true } of && of.Value == efs.Id).Select(t => t.Target).ToList();
        if (template.MayHaveMore(MountTarget) || own.Count == 0 || all.Exists(t => !t.Of.IsKnown)) return new(efs.Unseen<FileSystem>());
        var said = own.Select(t => t.Fact<FileSystem, Items<string>>("SubnetId SecurityGroups", p => read(p).ToItems())).ToList();
        return said.Exists(s => !s.IsKnown) ? new(said.Find(s => !s.IsKnown).Gap!) : efs.Answer<FileSystem>().Items(_ => said.SelectMany(s => s.Value).Distinct().Order(StringComparer.Ordinal).Select(i => new Ref<TTo>(i)));
    }

    private static FileSystem Fsx(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Tags<FileSystem>().Map(t => t["Name"]),
        Type = r.Fact<FileSystem, FileSystemType>("FileSystemType", TypeOf),
        DeploymentType = r.Fact<FileSystem, string?>($"{Settings(r)} FileSystemType", p => Deployment(r, p)),
        CapacityGiB = r.Fact<FileSystem, int?>("StorageCapacity", p => p.Need("StorageCapacity") is not null ? p.Number("StorageCapacity") : null),
        StorageType = r.Optional<FileSystem>("StorageType", _ => "SSD"), // FSx' own default
        ThroughputMode = r.Answer<FileSystem>().Optional(_ => (string?)null),
        IsOneZone = r.Truth<FileSystem>($"{Settings(r)} FileSystemType", p => TypeOf(p) is FileSystemType.Lustre || !Deployment(r, p).StartsWith("MULTI_AZ", StringComparison.Ordinal)),
        BackupRetentionDays = r.Fact<FileSystem, int?>($"{Settings(r)} FileSystemType", p => Backups(r, p)),
        BackupPolicy = r.Answer<FileSystem>().Optional(_ => (string?)null),
        Subnets = r.Refs<FileSystem, Subnet>("SubnetIds"),
        SecurityGroups = r.Refs<FileSystem, SecurityGroup>("SecurityGroupIds"),
        DeletionPolicy = r.DeletionPolicy,
        Lifecycle = new(r.Unseen<FileSystem>()),
        Vpc = new(r.Unseen<FileSystem>()),
        NetworkInterfaces = new(r.Unseen<FileSystem>()),
        DataRepositories = new(r.Unseen<FileSystem>()),
        Tags = r.Tags<FileSystem>(),
    };

    private static StorageVolume Volume(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Optional<StorageVolume>("Name"),
        Type = r.Fact<StorageVolume, FileSystemType>("VolumeType", p => p.Need("VolumeType").Text() switch { "OPENZFS" => FileSystemType.OpenZfs, "ONTAP" => FileSystemType.Ontap, _ => throw new AbsentFieldException("VolumeType") }),
        Path = r.Fact<StorageVolume, string?>("OntapConfiguration", p => p.Need("OntapConfiguration/JunctionPath").Text()),
        FileSystem = new(r.Unseen<StorageVolume>()),
        Lifecycle = new(r.Unseen<StorageVolume>()),
        Instances = r.Answer<StorageVolume>().Items<Ref<ComputeInstance>>(_ => []),
        IsEncrypted = r.Truth<StorageVolume>("", _ => true), // FSx encrypts them all
        Tags = r.Tags<StorageVolume>(),
    };

    private static FileSystemType TypeOf(YamlPlace properties) => properties.Need("FileSystemType").Text() switch
    {
        "LUSTRE" => FileSystemType.Lustre,
        "OPENZFS" => FileSystemType.OpenZfs,
        "ONTAP" => FileSystemType.Ontap,
        "WINDOWS" => FileSystemType.Windows,
        _ => throw new AbsentFieldException("FileSystemType"),
    };

    private static string Settings(TemplateResource r) => r.Properties.Nearest("FileSystemType").Scalar switch
    {
        "LUSTRE" => "LustreConfiguration",
        "OPENZFS" => "OpenZFSConfiguration",
        "ONTAP" => "OntapConfiguration",
        _ => "WindowsConfiguration",
    };

    /// <summary>SCRATCH_1 is FSx' default for Lustre; a backup brings its own; the others must say.</summary>
    private static string Deployment(TemplateResource r, YamlPlace properties) => properties.Text($"{Settings(r)}/DeploymentType")
        ?? (TypeOf(properties) is FileSystemType.Lustre && !properties.Has("BackupId") ? "SCRATCH_1" : throw new AbsentFieldException($"{Settings(r)}/DeploymentType"));

    /// <summary>Lustre makes none unless told, and scratch never; defaults of the others have changed.</summary>
    private static int? Backups(TemplateResource r, YamlPlace properties) =>
        TypeOf(properties) is FileSystemType.Lustre && Deployment(r, properties).StartsWith("SCRATCH", StringComparison.Ordinal) ? 0
            : properties.Number($"{Settings(r)}/AutomaticBackupRetentionDays") ?? (TypeOf(properties) is FileSystemType.Lustre ? 0 : throw new AbsentFieldException($"{Settings(r)}/AutomaticBackupRetentionDays"));
}
