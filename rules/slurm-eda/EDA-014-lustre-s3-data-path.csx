Truth IsMountedBy(FileSystem system, NodeGroup group) => group.Mounts.Is(mounts => mounts.Any(mount => mount.FileSystemId == system.Id));

Truth IsOfCluster(FileSystem system, Environment env) => env.Cluster.SharedStorage.Is(storage => storage.Any(entry => entry.FileSystemId == system.Id))
    || env.SessionGroups().Union(env.LoginGroups()).Any(group => IsMountedBy(system, group));

Truth IsHome(FileSystem system, Environment env) => env.Home().Is(home => home.FileSystem != null && home.FileSystem.Id == system.Id);

Truth IsScratch(FileSystem system) => system.DeploymentType.Is(type => type != null && type.StartsWith("SCRATCH", StringComparison.Ordinal));

Truth IsLinked(FileSystem system) => system.DataRepositories.Is(links => !links.IsEmpty);

Truth IsBackedUp(FileSystem system) => system.BackupRetentionDays.Is(days => days is { } kept ? kept > 0 : false) || system.LastBackupAt.Is(at => at != null);

new Rule<FileSystem>
{
    Title = "Lustre data is linked with S3 for loading and keeping",
    Level = Level.Advice,
    Source = "Slurm for EDA with AWS ParallelCluster, Storage",
    Statements = ["slurm-eda:86"],
    Why = "A scratch file system keeps no second copy: when one of its servers fails, results that are not in S3 are gone.",
    Fix = "Add a data repository association to the file system, or use a persistent one with backups.",
    FixFor = (system, env) => $"aws fsx create-data-repository-association --file-system-id {system.Id} --file-system-path /data --data-repository-path s3://BUCKET/PREFIX",
    At = "dataRepositories, deploymentType",
    AppliesTo = (system, env) => system.Type == FileSystemType.Lustre && IsOfCluster(system, env) && !IsHome(system, env),
    Check = (system, env) => Require(
            IsLinked(system) || (!IsScratch(system) && IsBackedUp(system)),
            $"{system} ({system.DeploymentType}) is not linked with S3{(IsScratch(system) ? "" : ", and has no backups")}")
        .NoteIf(!IsLinked(system), $"{system} is backed up, and loads no data from S3"),
}
