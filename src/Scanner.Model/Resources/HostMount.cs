namespace Scanner.Model;

/// <summary>A file system that a host says it has mounted (node facts, <c>mounts</c>, from <c>/proc/self/mounts</c>).</summary>
/// <param name="Path">Where, with a leading slash and none at the end.</param>
/// <param name="Source">What, as the host names it: <c>10.0.1.5@tcp:/abcdef01</c>, <c>fs-0123….efs.us-east-1.amazonaws.com:/</c>, <c>/dev/nvme0n1p1</c>.</param>
/// <param name="Type">The kernel's name of the file system: <c>lustre</c>, <c>nfs4</c>, <c>ext4</c>.</param>
/// <param name="Options">E.g. <c>rw</c>, <c>noatime</c>, <c>vers=4.1</c>.</param>
/// <param name="FileSystemId">The id (<c>fs-…</c>, <c>fsvol-…</c>, <c>fc-…</c>) that the source names; null where it names none, which does not mean that there is none: the EFS helper mounts through 127.0.0.1.</param>
public sealed record HostMount(string Path, string Source, string Type, Items<string> Options, string? FileSystemId)
{
    public override string ToString() => $"{Path} ({Type} {Source})";
}
