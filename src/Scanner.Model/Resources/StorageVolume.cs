namespace Scanner.Model;

/// <summary>A volume of FSx for OpenZFS or NetApp ONTAP (fsx:DescribeVolumes).</summary>
public sealed class StorageVolume : Resource
{
    internal StorageVolume() { }

    public Fact<FileSystemType> Type { get; internal init; }

    public Fact<Ref<FileSystem>> FileSystem { get; internal init; }

    /// <summary>The path that clients mount (OpenZFS <c>VolumePath</c>, ONTAP <c>JunctionPath</c>); null where it has none.</summary>
    public Fact<string?> Path { get; internal init; }

    public Fact<string?> Lifecycle { get; internal init; }

    /// <summary>The most it may hold; null where it has no limit of its own.</summary>
    public Fact<int?> QuotaGiB { get; internal init; }

    /// <summary>Who may mount an OpenZFS volume and how: clients, then options, e.g. <c>*: rw, crossmnt</c>; empty for ONTAP.</summary>
    public Fact<Items<string>> NfsExports { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
