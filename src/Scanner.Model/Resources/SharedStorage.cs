namespace Scanner.Model;

/// <summary>An entry of the cluster configuration's <c>SharedStorage</c>.</summary>
/// <param name="MountDir">Where it is mounted, with a leading slash and none at the end.</param>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="StorageType"><c>Ebs</c>, <c>Efs</c>, <c>FsxLustre</c>, <c>FsxOpenZfs</c>, <c>FsxOntap</c> or <c>FileCache</c>.</param>
/// <param name="FileSystemId">The existing file system or cache; null where the cluster makes its own, or names a volume.</param>
/// <param name="VolumeId">The existing FSx or EBS volume; null where there is none.</param>
/// <param name="AccessPointId">The EFS access point that it is mounted through; null where there is none.</param>
/// <param name="DeletionPolicy">What becomes of storage that the cluster makes when it is deleted: <c>Delete</c> (default), <c>Retain</c>, <c>Snapshot</c>; null for existing storage.</param>
public sealed record SharedStorage(
    string MountDir, string Name, string StorageType, string? FileSystemId, string? VolumeId, string? AccessPointId = null, string? DeletionPolicy = null)
{
    public override string ToString() => $"{StorageType} {FileSystemId ?? VolumeId ?? Name} at {MountDir}";
}
