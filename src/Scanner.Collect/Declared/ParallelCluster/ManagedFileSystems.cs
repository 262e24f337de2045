using Scanner.Collect.ParallelCluster;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The file systems that a cluster makes, by their settings; ParallelCluster's documented defaults where there are none.</summary>
internal static class ManagedFileSystems
{
    public static FileSystem Efs(string id, string key, StorageEntry entry, Answer<YamlPlace> said, Gap unseen) => new()
    {
        Id = id,
        Key = key,
        Name = said.Optional(_ => (string?)entry.Name), // which becomes its tag Name
        Type = said.Map(_ => FileSystemType.Efs),
        DeploymentType = said.Optional(_ => (string?)null),
        CapacityGiB = said.Optional(_ => (int?)null),
        StorageType = said.Optional(_ => (string?)null),
        ThroughputMode = said.Optional(p => p.Text("EfsSettings/ThroughputMode") ?? "bursting"), // since 3.0
        IsOneZone = said.Truth(_ => false), // ParallelCluster makes regional ones only
        MountName = said.Optional(_ => (string?)null),
        EndpointIps = said.Items<string>(_ => []),
        RouteTables = said.Items<Ref<RouteTable>>(_ => []),
        BackupRetentionDays = said.Optional(_ => (int?)null),
        DataRepositories = said.Items<string>(_ => []),
        DeletionPolicy = said.Optional(_ => entry.DeletionPolicy),
        BackupPolicy = new(unseen),
        Lifecycle = new(unseen),
        Subnets = new(unseen),
        NetworkInterfaces = new(unseen),
        SecurityGroups = new(unseen),
        Vpc = new(unseen),
    };

    public static FileSystem Lustre(string id, string key, StorageEntry entry, Answer<YamlPlace> said, Gap unseen) => new()
    {
        Id = id,
        Key = key,
        Name = said.Optional(_ => (string?)entry.Name),
        Type = said.Map(_ => FileSystemType.Lustre),
        DeploymentType = said.Optional(p => (string?)Deployment(p)),
        CapacityGiB = said.Map(p => (int?)(p.Number("FsxLustreSettings/StorageCapacity") ?? throw new AbsentFieldException("FsxLustreSettings/StorageCapacity"))),
        StorageType = said.Optional(p => p.Text("FsxLustreSettings/StorageType") ?? "SSD"), // FSx' own default
        ThroughputMode = said.Optional(_ => (string?)null),
        IsOneZone = said.Truth(_ => true), // Lustre always is
        EndpointIps = said.Items<string>(_ => []),
        RouteTables = said.Items<Ref<RouteTable>>(_ => []),
        BackupRetentionDays = said.Optional(p => (int?)Backups(p)),
        BackupPolicy = said.Optional(_ => (string?)null),
        DataRepositories = said.Items(Repositories),
        DeletionPolicy = said.Optional(_ => entry.DeletionPolicy),
        MountName = new(unseen),
        Lifecycle = new(unseen),
        Subnets = new(unseen),
        NetworkInterfaces = new(unseen),
        SecurityGroups = new(unseen),
        Vpc = new(unseen),
    };

    /// <summary>The one for ParallelCluster's own directories, of which the configuration says no more than that it is there.</summary>
    public static FileSystem Internal(string id, string key, Answer<YamlPlace> said, Gap unseen) => new()
    {
        Id = id,
        Key = key,
        Name = said.Optional(_ => (string?)StorageEntry.InternalName),
        Type = said.Map(_ => FileSystemType.Efs),
        IsOneZone = said.Truth(_ => false),
        DeletionPolicy = said.Optional(_ => (string?)"Delete"),
        ThroughputMode = new(unseen),
        BackupPolicy = new(unseen),
        Lifecycle = new(unseen),
        Subnets = new(unseen),
    };

    /// <summary>SCRATCH_2 is the default since 3.0; a backup brings its own.</summary>
    private static string Deployment(YamlPlace place) => place.Text("FsxLustreSettings/DeploymentType")
        ?? (place.Has("FsxLustreSettings/BackupId") ? throw new AbsentFieldException("FsxLustreSettings/DeploymentType") : "SCRATCH_2");

    /// <summary>Scratch file systems have none; of others FSx makes none unless told.</summary>
    private static int Backups(YamlPlace place) => Deployment(place).StartsWith("SCRATCH", StringComparison.Ordinal) ? 0 : place.Number("FsxLustreSettings/AutomaticBackupRetentionDays") ?? 0;

    private static IEnumerable<string> Repositories(YamlPlace place)
    {
        string?[] paths = [place.Text("FsxLustreSettings/ImportPath"), place.Text("FsxLustreSettings/ExportPath"),
            .. place.At("FsxLustreSettings") is { } settings ? settings.List("DataRepositoryAssociations").Select(a => (string?)a.Need("DataRepositoryPath").Text()) : []];
        return paths.OfType<string>().Distinct().Order(StringComparer.Ordinal);
    }
}
