ResourceSet<NodeGroup> Groups(Environment env) => env.LoginGroups().Union(env.SessionGroups());

ResourceSet<ComputeInstance> NodesOf(NodeGroup group, Environment env) => env.Nodes().Where(node => node.IsRunning && group.Pool.Is(pool => pool is not null && node.Pool == pool));

Truth IsEfs(MountedStorage storage) => storage.Type == FileSystemType.Efs
    && storage.IsSeen && (storage.FileSystem is { } system ? system.Lifecycle == "available" : (Truth)true);

// By what ParallelCluster mounts; what an AMI or a custom action mounts, the nodes tell.
Truth Has(NodeGroup group, Environment env) => env.StorageAt(group, env.Parameters.WorkbenchConfigDir).Is(IsEfs)
    || (NodesOf(group, env).Any() && NodesOf(group, env).All(node => env.StorageAt(node, env.Parameters.WorkbenchConfigDir).Is(IsEfs)));

Truth IsLost(Environment env) => env.Cluster.SharedStorage.Is(mounts => mounts.Any(mount => MountPath.Covers(mount.MountDir, env.Parameters.WorkbenchConfigDir) && mount.DeletionPolicy == "Delete"));

new Rule<Environment>
{
    Title = "An EFS file system provides /opt/rstudio",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:13", "parallelcluster:99-102", "parallelcluster-2024:19", "parallelcluster-2024:127"],
    Why = "All login nodes read one configuration there; without it each has its own, and sessions differ by the node that one lands on.",
    Fix = "Add an entry with StorageType Efs and MountDir /opt/rstudio to SharedStorage.",
    At = "sharedStorage[/opt/rstudio]",
    AppliesTo = (env, _) => env.LoginGroups().Any(),
    Check = (env, _) => Require(
            Groups(env).All(group => Has(group, env)),
            $"{env.Parameters.WorkbenchConfigDir} is on no available EFS in {Groups(env).Where(group => !Has(group, env))}; declared: {env.Cluster.SharedStorage}")
        .And(Require(
            env.WorkbenchHosts().All(host => env.StorageAt(host, env.Parameters.WorkbenchConfigDir).Is(IsEfs)),
            $"{env.Parameters.WorkbenchConfigDir} is on no available EFS on {env.WorkbenchHosts().Where(host => !env.StorageAt(host, env.Parameters.WorkbenchConfigDir).Is(IsEfs))}"))
        .NoteIf(IsLost(env), $"the file system at {env.Parameters.WorkbenchConfigDir} is deleted with the cluster (DeletionPolicy)"),
}
