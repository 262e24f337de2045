// ParallelCluster keeps its own directories on the EFS that it mounts there.
const string Internal = "/opt/parallelcluster/init_shared";

Fact<MountedStorage> Config(NodeGroup group, Environment env) => env.StorageAt(group, env.Parameters.WorkbenchConfigDir);

Truth SharesWithCluster(NodeGroup group, Environment env) => group.Mounts.Is(mounts => mounts.Any(mount => mount.MountDir == Internal && mount.FileSystemId is not null
    && Config(group, env).Is(config => config.FileSystem is { } system ? system.Id == mount.FileSystemId : config.Source == mount.FileSystemId)));

Truth SharesWithHomes(NodeGroup group, Environment env) => Config(group, env).Is(config => env.StorageAt(group, env.Parameters.HomeMountPath).Is(home => config.IsSameAs(home)));

Truth LiesInShared(Environment env) => MountPath.Covers("/opt/parallelcluster", env.Parameters.WorkbenchConfigDir);

new Rule<Environment>
{
    Title = "The Workbench EFS is separate from the cluster's EFS",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:13", "parallelcluster:99", "parallelcluster-2024:19", "parallelcluster-2024:127"],
    Why = "On one file system, deleting the cluster deletes Workbench's configuration too, and load of one slows the other.",
    Fix = "Make an EFS of its own for /opt/rstudio, and name it in SharedStorage.",
    At = "sharedStorage[/opt/rstudio]",
    AppliesTo = (env, _) => env.LoginGroups().Any() && env.LoginGroups().All(group => Config(group, env).Is(config => config.Type == FileSystemType.Efs)),
    Check = (env, _) => Require(
            !LiesInShared(env) && env.LoginGroups().None(group => SharesWithCluster(group, env)),
            $"{env.Parameters.WorkbenchConfigDir} is on the EFS of the cluster's own directories")
        .And(Require(
            env.LoginGroups().None(group => SharesWithHomes(group, env)),
            $"{env.Parameters.WorkbenchConfigDir} is on the file system of the homes: {env.Cluster.SharedStorage}"))
        .NoteIf(
            env.Cluster.SharedStorage.Is(mounts => mounts.Any(mount => mount.AccessPointId is not null)),
            $"an access point divides directories, and not file systems"),
}
