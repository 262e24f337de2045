namespace Scanner.Model;

/// <summary>What a path lies on.</summary>
/// <param name="Type">What it is.</param>
/// <param name="MountDir">Where it is mounted; the path itself for a host's own disk.</param>
/// <param name="Label">How to name it in a message.</param>
/// <param name="FileSystem">The file system itself; null for one that is none of AWS', for a directory that the head node exports, and for one the cluster made by default.</param>
/// <param name="IsDefault">True where nothing is declared at /home, so that ParallelCluster's default applies.</param>
public sealed record MountedStorage(FileSystemType Type, string MountDir, [property: MessageOnly] string Label, FileSystem? FileSystem, bool IsDefault)
{
    /// <summary>Whether AWS shows the file system; unknown, with the reason, where only a volume's driver tells what it is.</summary>
    public Truth IsSeen { get; init; } = Truth.Of(true, Evidence.Derived);

    /// <summary>How whoever mounts it names it: an id, <c>server:/export</c>, a claim; null where it has no name that two mounts would share.</summary>
    public string? Source { get; init; }

    /// <summary>Which directory of the file system is mounted, with a leading slash; null where that is not told.</summary>
    public string? Directory { get; init; }

    /// <summary>Whether it is a file system of the network, so that several hosts can have it; a disk, whoever exports it, is none.</summary>
    public bool IsShared => Type is FileSystemType.Efs or FileSystemType.Lustre or FileSystemType.OpenZfs or FileSystemType.Ontap or FileSystemType.Windows
        or FileSystemType.FileCache or FileSystemType.Nfs or FileSystemType.HeadNodeNfs;

    /// <summary>Whether two hosts have the same there; disks of different hosts are never the same.</summary>
    public Truth IsSameAs(MountedStorage other) => Compared(other) is { } answer ? Truth.Of(answer, Evidence.Derived)
        : Truth.Unknown(new Gap("", nameof(Model.FileSystem), Label, GapCause.Undecidable, $"whether {Label} and {other.Label} are the same file system cannot be told",
            new(RemedyKind.Probe, "both hosts")));

    /// <summary>Null where that cannot be told.</summary>
    private bool? Compared(MountedStorage other)
    {
        if (!IsShared || !other.IsShared || Type != other.Type) return false;
        if (FileSystem is not null && other.FileSystem is not null)
            return FileSystem.Id == other.FileSystem.Id && MayBeOneDirectory(other);
        if (Type is FileSystemType.HeadNodeNfs || (IsDefault && other.IsDefault)) return true;
        if (Source is not null && Source == other.Source) return MayBeOneDirectory(other);
        return Source is not null && other.Source is not null && (IsNamedAlike(other) || !(IsSeen & other.IsSeen).IsUnknown) ? false : null;
    }

    private bool MayBeOneDirectory(MountedStorage other) => Directory is null || other.Directory is null || Directory == other.Directory;

    /// <summary>Two ids tell file systems apart. An id and an address, such as Lustre's, do not, where what stands behind one of them was not seen.</summary>
    private bool IsNamedAlike(MountedStorage other) => Source!.StartsWith("fs-", StringComparison.Ordinal) && other.Source!.StartsWith("fs-", StringComparison.Ordinal);

    public override string ToString() => Label;
}
