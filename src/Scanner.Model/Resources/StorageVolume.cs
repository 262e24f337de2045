namespace Scanner.Model;

/// <summary>
/// A volume of FSx for OpenZFS or NetApp ONTAP (fsx:DescribeVolumes), or an EBS volume of a head or login node (ec2:DescribeVolumes).
/// </summary>
public sealed class StorageVolume : Resource
{
    internal StorageVolume() { }

    public Fact<FileSystemType> Type { get; internal init; }

    /// <summary>The file system that it is a part of; null for EBS.</summary>
    public Fact<Ref<FileSystem>?> FileSystem { get; internal init; }

    /// <summary>The path that clients mount (OpenZFS <c>VolumePath</c>, ONTAP <c>JunctionPath</c>); null where it has none, as EBS.</summary>
    public Fact<string?> Path { get; internal init; }

    /// <summary>The service's word for its state: <c>AVAILABLE</c>, <c>CREATED</c> (FSx), <c>in-use</c> (EBS) …</summary>
    public Fact<string?> Lifecycle { get; internal init; }

    /// <summary>The most it may hold: its quota, or the size of an EBS volume; null where it has no limit of its own.</summary>
    public Fact<int?> QuotaGiB { get; internal init; }

    /// <summary>Who may mount an OpenZFS volume and how: clients, then options, e.g. <c>*: rw, crossmnt</c>; empty for ONTAP and EBS.</summary>
    public Fact<Items<string>> NfsExports { get; internal init; }

    /// <summary>The instances that an EBS volume is attached to; empty for FSx.</summary>
    public Fact<Items<Ref<ComputeInstance>>> Instances { get; internal init; }

    /// <summary>Whether it is encrypted at rest.</summary>
    public Truth IsEncrypted { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
