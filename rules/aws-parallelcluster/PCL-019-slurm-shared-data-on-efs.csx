const string Slurm = "/opt/slurm";

// What ParallelCluster does not move, only a custom action can have moved; then the nodes have to tell.
Truth IsMoved(Environment env) => env.Cluster.HasCustomActions
    && env.LoginNodes().Any(node => node.IsRunning) && env.LoginNodes().Where(node => node.IsRunning).All(node => env.StorageAt(node, Slurm).Is(storage => storage.Type == FileSystemType.Efs));

Truth IsInternal(FileSystem system, Environment env) => system.Type == FileSystemType.Efs && system.Name == "internal_pcluster_shared"
    && system.Tags.Is(tags => env.Cluster.Name.Is(name => tags["parallelcluster:cluster-name"] == name));

Truth IsBeside(FileSystem system, Environment env) => env.Resolve(system.Subnets)
    .Any(subnet => env.Resolve(env.Cluster.HeadNodeSubnet).Is(own => own.AvailabilityZone.Is(zone => subnet.AvailabilityZone == zone)));

Judgement Live(Environment env) => Require(
    env.Of<FileSystem>().Any(system => IsInternal(system, env) && system.Lifecycle == "available" && IsBeside(system, env)),
    $"SharedStorageType is Efs, and no EFS internal_pcluster_shared of {env.Cluster} is available in its zone");

new Rule<Environment>
{
    Title = "ParallelCluster's internal shared directories are on EFS",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:9", "parallelcluster:91-98", "parallelcluster-2024:118", "parallelcluster-2024:120-123", "parallelcluster-2024:125"],
    Why = "By default the head node's own disk holds Slurm and the shared directories (/opt/slurm, /opt/parallelcluster/shared, /opt/parallelcluster/shared_login_nodes, /opt/intel) for every node; hundreds of nodes then wait for it.",
    Fix = "Create a new cluster with HeadNode/SharedStorageType: Efs; it cannot be changed later.",
    At = "sharedStorageType",
    AppliesTo = (env, _) => env.Cluster.SharedStorageType == "Efs" || env.Cluster.Version.Is(version => version >= new SemanticVersion(3, 8, 0, "")),
    Check = (env, _) => env.Cluster.SharedStorageType == "Efs"
        ? Live(env)
        : Require(IsMoved(env), $"the shared directories of {env.Cluster} are on the head node's own disk: SharedStorageType is {env.Cluster.SharedStorageType}"),
}
