using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>An entry of a configuration's <c>SharedStorage</c>.</summary>
/// <param name="entry">The entry.</param>
internal sealed class StorageEntry(YamlPlace entry)
{
    /// <summary>The name of the EFS that ParallelCluster makes for <c>SharedStorageType: Efs</c>, and where it is mounted.</summary>
    public const string InternalName = "internal_pcluster_shared", InternalMount = "/opt/parallelcluster/init_shared";

    private const string Home = "/home";

    private static readonly string[] s_types = ["Ebs", "Efs", "FileCache", "FsxLustre", "FsxOntap", "FsxOpenZfs"];

    public YamlPlace Place => entry;

    public string Name => entry.Need("Name").Text();

    /// <summary>One of those that this program knows: of another nobody could say what it is, and that it is no file system least of all.</summary>
    public string StorageType => entry.Need("StorageType") is var said && s_types.Contains(said.Text(), StringComparer.Ordinal) ? said.Text()
        : throw said.Unusable($"unknown StorageType {said.Text()}{Suggestion.For(said.Text(), s_types)}");

    public string MountDir => MountPath.Normalize(entry.Need("MountDir").Text());

    /// <summary>The existing file system or cache; null where the cluster makes its own, or names a volume.</summary>
    public string? FileSystemId => StorageType switch
    {
        "Efs" => entry.Text("EfsSettings/FileSystemId"),
        "FsxLustre" => entry.Text("FsxLustreSettings/FileSystemId"),
        "FileCache" => entry.Text("FileCacheSettings/FileCacheId"),
        _ => null,
    };

    /// <summary>The existing volume; null where there is none.</summary>
    public string? VolumeId => StorageType switch
    {
        "FsxOpenZfs" => entry.Text("FsxOpenZfsSettings/VolumeId"),
        "FsxOntap" => entry.Text("FsxOntapSettings/VolumeId"),
        "Ebs" => entry.Text("EbsSettings/VolumeId"),
        _ => null,
    };

    /// <summary>Whether the cluster makes it; the other types are existing ones always.</summary>
    public bool IsManaged => StorageType is "Efs" or "FsxLustre" or "Ebs" && FileSystemId is null && VolumeId is null;

    /// <summary>The key under which its type has its settings.</summary>
    public string Settings => $"{StorageType}Settings";

    /// <summary>Delete is what ParallelCluster documents for storage that it makes, since 3.3; before, it always deleted it.</summary>
    public string? DeletionPolicy => IsManaged ? entry.Text($"{Settings}/DeletionPolicy") ?? "Delete" : null;

    public SharedStorage Map() => new(MountDir, Name, StorageType, FileSystemId, VolumeId, StorageType == "Efs" ? entry.Text("EfsSettings/AccessPointId") : null, DeletionPolicy);

    /// <summary>What ParallelCluster keeps its own directories on; Ebs is the documented default, since 3.8.</summary>
    public static string OwnType(YamlPlace config) => config.Text("HeadNode/SharedStorageType") ?? "Ebs";

    /// <summary>What ParallelCluster mounts on the nodes of a configuration, with its default for /home, in the order of <see cref="NodeDna"/>.</summary>
    public static IEnumerable<NodeMount> Mounts(YamlPlace config, bool isHead, Func<string, string> id)
    {
        var named = config.List("SharedStorage").Select(s => new StorageEntry(s).Mount(isHead, id)).ToList();
        var isEfs = OwnType(config) switch { "Efs" => true, "Ebs" => false, _ => throw new AbsentFieldException("HeadNode/SharedStorageType") };
        if (isEfs) named.Add(new(InternalMount, FileSystemType.Efs, id(InternalName)));
        if (!named.Exists(m => m.MountDir == Home))
        {
            if (isEfs) named.Add(new(Home, FileSystemType.Efs, id(InternalName)));
            else if (!isHead) named.Add(new(Home, FileSystemType.HeadNodeNfs, null));
        }
        return named.Distinct().OrderBy(m => m.MountDir, StringComparer.Ordinal).ThenBy(m => m.FileSystemId, StringComparer.Ordinal);
    }

    private NodeMount Mount(bool isHead, Func<string, string> id) => StorageType is "Ebs"
        ? new(MountDir, isHead ? FileSystemType.Ebs : FileSystemType.HeadNodeNfs, null)
        : new(MountDir, Homes.TypeOf(StorageType) ?? throw new AbsentFieldException("SharedStorage/StorageType"),
            FileSystemId ?? VolumeId ?? (IsManaged ? id(Name) : throw new AbsentFieldException($"SharedStorage/{Settings}")));
}
