using Scanner.Collect.ParallelCluster;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The file systems and volumes of a configuration: those that it makes, with their settings, and those that it names.</summary>
internal sealed class DeclaredStorage(DeclaredCluster cluster, Evidence whole, DeclaredSink sink, KeyPlaces keys, YamlPlace config)
{
    public const int MostEntries = 200; // of each kind of storage a cluster has some tens at most

    private static readonly (string Property, string Path)[] s_lustre =
    [
        ("backupRetentionDays", "AutomaticBackupRetentionDays"), ("capacityGiB", "StorageCapacity"), ("dataRepositories", "ImportPath"),
        ("deletionPolicy", "DeletionPolicy"), ("deploymentType", "DeploymentType"), ("storageType", "StorageType"),
    ];

    private static readonly (string Property, string Path)[] s_efs = [("deletionPolicy", "DeletionPolicy"), ("throughputMode", "ThroughputMode")];

    private static readonly (string Property, string Path)[] s_ebs = [("isEncrypted", "Encrypted"), ("quotaGiB", "Size")];

    /// <exception cref="DeclaredException">Two entries have one name.</exception>
    public void Read()
    {
        var (seen, mounted) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var place in KeyPlaces.Elements(config, "SharedStorage"))
        {
            var entry = new StorageEntry(place);
            if (cluster.Part<FileSystem>(place).Map(p => MountPath.Normalize(p.Need("MountDir").Text())) is { IsKnown: true, Value: var path } && !mounted.Add(path)) throw keys.Error(place, $"a second SharedStorage at {path}");
            // an entry that cannot be told apart is a gap in the cluster's sharedStorage already
            if (cluster.Part<FileSystem>(place).Map(_ => (entry.Name, entry.StorageType, entry.IsManaged, entry.FileSystemId, entry.VolumeId)) is not { IsKnown: true, Value: var known }) continue;
            // what the same template makes is told of there
            if ((known.FileSystemId ?? known.VolumeId)?.StartsWith("declared://", StringComparison.Ordinal) == true) continue;
            // what exists may be mounted twice, through two access points
            if (!seen.Add(known.FileSystemId ?? known.VolumeId ?? known.Name))
            {
                if (known.IsManaged) throw keys.Error(place, "a second SharedStorage of this name");
                continue;
            }
            if (known.IsManaged) ObserveManaged(entry, place);
            else if (known.FileSystemId is { } system) ObserveExisting(system, entry, place);
            else if (known.VolumeId is { } volume) ObserveVolume(volume, volume, entry, place, isOwn: false);
        }
        Internal();
    }

    /// <summary>What stands in the file is an id, or nothing that this program knows.</summary>
    private void ObserveExisting(string id, StorageEntry entry, YamlPlace place)
    {
        var said = cluster.Part<FileSystem>(place);
        sink.Refer(said.Evidence, new FileSystem { Id = id, Key = id, Type = said.Map(_ => Type(entry)) }, new(keys.Of(place, IdPath(entry)), [("type", keys.Of(place, "StorageType"))]));
    }

    private void ObserveVolume(string id, string key, StorageEntry entry, YamlPlace place, bool isOwn)
    {
        var (said, unseen) = (cluster.Part<StorageVolume>(place), cluster.Unseen<StorageVolume>());
        var volume = !isOwn ? new StorageVolume { Id = id, Key = key, Type = said.Map(_ => Type(entry)) } : new StorageVolume
        {
            Id = id,
            Key = key,
            Name = said.Optional(_ => (string?)entry.Name),
            Type = said.Map(_ => FileSystemType.Ebs),
            FileSystem = said.Optional(_ => (Ref<FileSystem>?)null),
            Path = said.Optional(_ => (string?)null),
            // the default size has changed between versions, and that of a snapshot is elsewhere
            QuotaGiB = said.Map(p => (int?)(p.Number("EbsSettings/Size") ?? throw new AbsentFieldException("EbsSettings/Size"))),
            NfsExports = said.Items<string>(_ => []),
            IsEncrypted = said.Truth(p => p.Flag("EbsSettings/Encrypted") ?? true), // the documented default, since 3.0
            Lifecycle = new(unseen),
            Instances = new(unseen),
        };
        var properties = isOwn ? s_ebs.Select(s => (s.Property, keys.Of(place, $"EbsSettings/{s.Path}"))) : [("type", keys.Of(place, "StorageType"))];
        var places = new Places(keys.Of(place, isOwn ? "" : IdPath(entry)), [.. properties]);
        if (isOwn) sink.Observe(said.Evidence, volume, places);
        else sink.Refer(said.Evidence, volume, places);
    }

    private void ObserveManaged(StorageEntry entry, YamlPlace place)
    {
        var (id, key) = cluster.Managed(entry.StorageType, entry.Name);
        if (entry.StorageType == "Ebs")
        {
            // the volumes of a RAID are several, which have names of their own
            if (place.Nearest("EbsSettings/Raid") is { } raid && !raid.Path.EndsWith("/Raid", StringComparison.Ordinal)) ObserveVolume(id, key, entry, place, isOwn: true);
            return;
        }
        var said = cluster.Part<FileSystem>(place);
        var system = entry.StorageType == "Efs" ? ManagedFileSystems.Efs(id, key, entry, said, cluster.Unseen<FileSystem>()) : ManagedFileSystems.Lustre(id, key, entry, said, cluster.Unseen<FileSystem>());
        var paths = entry.StorageType == "Efs" ? s_efs : s_lustre;
        sink.Observe(said.Evidence, system, new(keys.Of(place, ""), [("type", keys.Of(place, "StorageType")), .. paths.Select(p => (p.Property, keys.Of(place, $"{entry.Settings}/{Path(place, entry, p.Path)}")))]));
    }

    /// <summary>The EFS that ParallelCluster makes for its own directories.</summary>
    private void Internal()
    {
        var said = new Answer<YamlPlace>(whole, nameof(FileSystem), config, null);
        if (said.Map(StorageEntry.OwnType) is not { IsKnown: true, Value: "Efs" }) return;
        var (id, key) = cluster.Managed("Efs", StorageEntry.InternalName);
        sink.Observe(whole, ManagedFileSystems.Internal(id, key, said, cluster.Unseen<FileSystem>()), new(keys.Of(config, "HeadNode/SharedStorageType")));
    }

    private static FileSystemType Type(StorageEntry entry) => Homes.TypeOf(entry.StorageType) ?? throw new AbsentFieldException("StorageType");

    private static string IdPath(StorageEntry entry) =>
        $"{entry.Settings}/{(entry.VolumeId is not null ? "VolumeId" : entry.StorageType == "FileCache" ? "FileCacheId" : "FileSystemId")}";

    /// <summary>Repositories are said in either of two ways.</summary>
    private static string Path(YamlPlace place, StorageEntry entry, string path) =>
        path == "ImportPath" && KeyPlaces.Elements(place, $"{entry.Settings}/DataRepositoryAssociations").Any() ? "DataRepositoryAssociations" : path;
}
