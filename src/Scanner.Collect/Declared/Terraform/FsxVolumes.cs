using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Volumes of OpenZFS and ONTAP.</summary>
internal static class FsxVolumes
{
    private const int DeepestParent = 16;

    public static void Observe(Observer observer)
    {
        foreach (var volume in observer.Each<StorageVolume>("aws_fsx_openzfs_volume"))
            observer.Observe(volume, OpenZfs(observer, volume), ("path", "name"), ("fileSystem", "parent_volume_id"), ("quotaGiB", "storage_capacity_quota_gib"), ("nfsExports", "nfs_exports"));
        foreach (var volume in observer.Each<StorageVolume>("aws_fsx_ontap_volume"))
            observer.Observe(volume, Ontap(observer, volume), ("path", "junction_path"), ("fileSystem", "storage_virtual_machine_id"), ("quotaGiB", "size_in_megabytes"));
    }

    private static StorageVolume OpenZfs(Observer observer, Reading volume) => new()
    {
        Id = observer.Id(volume),
        Key = volume.Key(),
        Name = volume.Map(a => a.Filled("name")),
        Type = volume.Always(FileSystemType.OpenZfs),
        FileSystem = volume.Map(_ => (Ref<FileSystem>?)Parent(observer, volume, DeepestParent).System),
        Path = volume.Map(a => (string?)$"{Parent(observer, volume, DeepestParent).Path}/{a.Need("name")}"),
        Lifecycle = volume.Never<string?>("the state of a volume"),
        QuotaGiB = volume.Map(a => volume.IsDefault(a, "storage_capacity_quota_gib") ? null : a.Number("storage_capacity_quota_gib") is { } quota and >= 0 ? quota : (int?)null),
        NfsExports = volume.Items(Exports),
        Instances = volume.Items<Ref<ComputeInstance>>(_ => []),
        IsEncrypted = volume.Truth(_ => true), // FSx encrypts them all
        Tags = volume.Tags(),
    };

    /// <summary>The root volume is mounted at /fsx, and volumes below their parents: the FSx for OpenZFS user guide, "Mounting volumes".</summary>
    private static (Ref<FileSystem> System, string Path) Parent(Observer observer, Reading volume, int left)
    {
        if (left == 0) throw UnsaidException.NeverSaid($"{volume.Resource.Address} has too many volumes above it");
        var values = volume.Resource.Values;
        if (values.IsUnknown("parent_volume_id"))
        {
            var target = volume.Written(values, "parent_volume_id", "aws_fsx_openzfs_file_system", "aws_fsx_openzfs_volume");
            return target.Type == "aws_fsx_openzfs_file_system" ? (new(volume.IdOf(target)), "/fsx") : Below(observer, observer.Read<StorageVolume>(target), left);
        }
        var parent = values.Need("parent_volume_id");
        if (observer.World.Find("aws_fsx_openzfs_file_system", parent, ["root_volume_id"]) is { } system) return (new(observer.World.Id(system)), "/fsx");
        return observer.Find<StorageVolume>("aws_fsx_openzfs_volume", parent) is { } above ? Below(observer, above, left) : throw UnsaidException.NeverSaid($"volume {OneLine.Of(parent)} is not declared in these files");
    }

    private static (Ref<FileSystem> System, string Path) Below(Observer observer, Reading parent, int left)
    {
        var (system, path) = Parent(observer, parent, left - 1);
        return (system, $"{path}/{parent.Resource.Values.Need("name")}");
    }

    private static IEnumerable<string> Exports(Attributes volume) => volume.Blocks("nfs_exports").SelectMany(e => e.Blocks("client_configurations"))
        .Select(c => $"{c.Need("clients")}: {string.Join(", ", c.AllTexts("options"))}").ToList();

    private static StorageVolume Ontap(Observer observer, Reading volume) => new()
    {
        Id = observer.Id(volume),
        Key = volume.Key(),
        Name = volume.Map(a => a.Filled("name")),
        Type = volume.Always(FileSystemType.Ontap),
        FileSystem = volume.Map(a => (Ref<FileSystem>?)System(observer, volume, a)),
        Path = volume.Map(a => volume.IsDefault(a, "junction_path") ? null : a.Filled("junction_path")),
        Lifecycle = volume.Never<string?>("the state of a volume"),
        QuotaGiB = volume.Map(a => (int?)(a.NeedNumber("size_in_megabytes") / 1024)),
        NfsExports = volume.Items<string>(_ => []),
        Instances = volume.Items<Ref<ComputeInstance>>(_ => []),
        IsEncrypted = volume.Truth(_ => true),
        Tags = volume.Tags(),
    };

    private static Ref<FileSystem> System(Observer observer, Reading volume, Attributes attributes)
    {
        if (!attributes.IsUnknown("file_system_id")) return volume.Need<FileSystem>(attributes, "file_system_id");
        var machine = observer.Read<StorageVolume>(volume.Target(attributes, "storage_virtual_machine_id", "aws_fsx_ontap_storage_virtual_machine", "id"));
        return machine.Need<FileSystem>(machine.Resource.Values, "file_system_id");
    }
}
