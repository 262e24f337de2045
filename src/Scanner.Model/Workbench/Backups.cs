namespace Scanner.Model;

/// <summary>Whether databases and file systems are backed up, as far as their own services tell.</summary>
public static class Backups
{
    /// <summary>
    /// Whether a file system's own service keeps backups of it. Where it keeps none, AWS Backup may, which is not asked; a scratch file
    /// system cannot be backed up at all.
    /// </summary>
    public static Truth IsBackedUp(this FileSystem fileSystem) => !fileSystem.IsScratch() & (fileSystem.Type == FileSystemType.Efs
        ? fileSystem.BackupPolicy.Is(policy => policy == "ENABLED" ? true : Elsewhere(fileSystem))
        : fileSystem.BackupRetentionDays.Is(days => days >= 1 ? true : Elsewhere(fileSystem)));

    /// <summary>The same of a database.</summary>
    public static Truth IsBackedUp(this Database database) => database.BackupRetentionDays.Is(days => days >= 1 ? true : Elsewhere(database));

    /// <summary>Whether it is a Lustre file system for temporary data, which neither replicates nor backs up.</summary>
    public static Truth IsScratch(this FileSystem fileSystem) => fileSystem.Type.Is(type => type is not FileSystemType.Lustre ? false
        : fileSystem.DeploymentType.Is(deployment => deployment is not null && deployment.StartsWith("SCRATCH", StringComparison.Ordinal)));

    private static Truth Elsewhere(Resource resource) => Truth.Unknown(new Gap(resource.Scope, resource.GetType().Name, resource.Label, GapCause.NotAsked,
        OneLine.Of($"{resource.Label} keeps no backups of its own, and whether AWS Backup makes some is not asked"), new(RemedyKind.Attestation, OneLine.Of($"that AWS Backup protects {resource.Label}"))));
}
