Truth Mounts(NodeGroup group) => group.Mounts.Is(mounts => mounts.Any(mount => mount.Type == FileSystemType.Lustre));

Truth UsesLustre(Environment env) => env.Cluster.SharedStorage.Is(storage => storage.Any(entry => entry.StorageType == "FsxLustre"))
    || env.SessionGroups().Union(env.LoginGroups()).Any(group => Mounts(group));

Truth IsLinuxOnly(Environment env) => env.Parameters.ClientOs.Is(systems => !systems.IsEmpty && systems.All(system => system == "linux"));

// Whoever uses the data has to get at the paths where jobs read and write it.
Truth ServesUsers(Environment env) => env.Parameters.WorkPaths.Is(paths => paths.Any(path => env.JobStorageAt(path).Any(storage => storage.Type == FileSystemType.Lustre)));

new Rule<Environment>
{
    Title = "FSx for Lustre is only used by Linux clients",
    Level = Level.Must,
    Source = "Slurm for EDA with AWS ParallelCluster, Storage",
    Statements = ["slurm-eda:84"],
    Why = "There is no Lustre client for Windows or macOS: who works there cannot open the data at all.",
    Fix = "Offer the data through FSx for ONTAP or for Windows File Server as well, or keep it there.",
    At = "sharedStorage",
    AppliesTo = (env, _) => UsesLustre(env),
    // ParallelCluster's own nodes are always Linux.
    Check = (env, _) => Require(
        env.Cluster.Kind == ClusterKind.ParallelCluster && (IsLinuxOnly(env) || !ServesUsers(env)),
        $"work data is on FSx for Lustre, and some who use it have {env.Parameters.ClientOs}"),
}
