namespace Scanner.Model;

/// <summary>The file systems that a deployment keeps its data on.</summary>
public static class StorageInUse
{
    /// <summary>
    /// Those that the cluster's configuration mounts, or those of homes and shared storage in Kubernetes. The set is incomplete where
    /// one of them was not seen; a cache is none, because its data lies elsewhere.
    /// </summary>
    public static ResourceSet<FileSystem> FileSystemsInUse(this Environment environment) => environment.IsKubernetes
        ? environment.Installations.SelectMany(i => Behind(i.Home()).Union(Behind(i.SharedStorage())))
        : Mounted(environment);

    /// <summary>How many GiB homes may take: the capacity of the file system, or the quota of the volume that they are on; null where it grows with its content.</summary>
    public static Fact<int?> CapacityGiB(this MountedStorage storage, Environment environment) => storage.FileSystem is not { } fileSystem
        ? new Fact<int?>(Unseen("", storage.Label))
        : fileSystem.Type.Then(type => type is not FileSystemType.OpenZfs ? fileSystem.CapacityGiB
            : QuotaOf(environment, storage, fileSystem).Then(quota => fileSystem.CapacityGiB.Map(capacity => quota is null ? capacity : capacity is null || quota < capacity ? quota : capacity)));

    /// <summary>What Workbench's shared storage lies on in the server's container.</summary>
    private static Fact<MountedStorage> SharedStorage(this Installation installation) => SettingDefaultsPath(installation)
        .Then(path => installation.StorageAt(path).Then(found => found is null
            ? new Fact<MountedStorage>(new MountedStorage(FileSystemType.Ephemeral, path, "the container's own disk", null, true), Evidence.Derived)
            : VolumeBacking.Of(installation.Environment, found)));

    private static Fact<string> SettingDefaultsPath(Installation installation) => new ConfiguredServer(installation).Setting("rserver.conf", "server-shared-storage-path")
        .Map(path => MountPath.Normalize(path!));

    private static ResourceSet<FileSystem> Behind(Fact<MountedStorage> storage) => !storage.IsKnown ? new([], storage.Gap)
        : storage.Value.FileSystem is { } found ? ResourceSet<FileSystem>.Of(found)
        : new([], storage.Value.IsSeen.IsUnknown ? storage.Value.IsSeen.Gap : null);

    private static ResourceSet<FileSystem> Mounted(Environment environment)
    {
        var declared = environment.Cluster.SharedStorage;
        if (!declared.IsKnown) return new([], declared.Gap);
        return declared.Value.AsEnumerable().Where(m => m.StorageType is not ("FileCache" or "Ebs" or "Raid")).Select(m => Of(environment, m)).Aggregate(new ResourceSet<FileSystem>([], null), (all, one) => all.Union(one));
    }

    private static ResourceSet<FileSystem> Of(Environment environment, SharedStorage mount)
    {
        var found = mount.FileSystemId is { } id ? environment.Resolve(new Ref<FileSystem>(id))
            : mount.VolumeId is { } volume ? environment.Resolve(new Ref<StorageVolume>(volume)).Then(v => v.FileSystem).Then(f => f is { } r ? environment.Resolve(r) : new Fact<FileSystem>(Unseen(environment.Cluster.Scope, mount.ToString())))
            : new(Unseen(environment.Cluster.Scope, mount.ToString()));
        return found.IsKnown ? ResourceSet<FileSystem>.Of(found.Value) : new([], found.Gap);
    }

    /// <summary>Of nested volumes the deepest that holds the directory.</summary>
    private static Fact<int?> QuotaOf(Environment environment, MountedStorage storage, FileSystem fileSystem)
    {
        if (storage.Directory is not { } directory) return new(Unseen(fileSystem.Scope, $"the volume of {fileSystem.Label}"));
        var volumes = environment.Of<StorageVolume>().Where(v => v.FileSystem.Is(f => f is { } r && r.Id == fileSystem.Id));
        if (volumes.Unlisted is { } unlisted) return new(unlisted);
        var covering = volumes.Members.Select(m => m.Item).Where(v => !v.Path.IsKnown || (v.Path.Value is { } path && MountPath.Covers(path, directory))).ToList();
        return covering.Find(v => !v.Path.IsKnown) is { } unread ? new(unread.Path.Gap!)
            : covering.MaxBy(v => v.Path.Value!.Length) is { } volume ? volume.QuotaGiB : new(Unseen(fileSystem.Scope, $"{directory} of {fileSystem.Label}"));
    }

    private static Gap Unseen(string scope, string what) => new(scope, nameof(FileSystem), OneLine.Of(what), GapCause.Hidden,
        OneLine.Of($"which file system of AWS {what} is was not seen"), new(RemedyKind.Attestation, OneLine.Of(what)));
}
