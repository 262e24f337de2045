ResourceSet<NodeGroup> Groups(Environment env) => env.LoginGroups().Union(env.SessionGroups());

ResourceSet<ComputeInstance> Nodes(Environment env) => env.LoginNodes().Union(env.ComputeNodes()).Where(node => node.IsRunning);

ResourceSet<ComputeInstance> NodesOf(NodeGroup group, Environment env) => Nodes(env).Where(node => group.Pool.Is(pool => pool is not null && node.Pool == pool));

Truth IsSame(Fact<MountedStorage> one, Fact<MountedStorage> other) => one.Is(own => other.Is(theirs => own.IsSameAs(theirs)));

// The first word is that of the login nodes.
Truth NodeHas(ComputeInstance node, Environment env) => env.LoginNodes().Where(login => login.IsRunning)
    .All(login => IsSame(env.StorageAt(node, env.Parameters.HomeMountPath), env.StorageAt(login, env.Parameters.HomeMountPath)));

Truth Lacks(ComputeInstance node, Environment env) => env.StorageAt(node, env.Parameters.HomeMountPath).Is(home => !home.IsShared);

// By what ParallelCluster mounts; what an AMI or a custom action mounts, the nodes tell.
Truth GroupHas(NodeGroup group, Environment env) =>
    env.LoginGroups().All(login => IsSame(env.StorageAt(group, env.Parameters.HomeMountPath), env.StorageAt(login, env.Parameters.HomeMountPath)))
    || (env.LoginNodes().Any(login => login.IsRunning) && NodesOf(group, env).Any() && NodesOf(group, env).All(node => NodeHas(node, env)));

new Rule<Environment>
{
    Title = "Homes are mounted on all login and compute nodes",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Storage",
    Statements = ["parallelcluster:104", "parallelcluster-2024:131"],
    Why = "A session on a node without the homes finds no project and no package, and what it writes is lost with the node.",
    Fix = "Declare the file system in SharedStorage, which mounts it on every node; the head node may have it too.",
    At = "sharedStorage[/home]",
    Supersedes = ["GEN-008"],
    AppliesTo = (env, _) => env.LoginGroups().Any(),
    Check = (env, _) => Require(
            Groups(env).All(group => GroupHas(group, env)),
            $"{env.Parameters.HomeMountPath} is not on the same file system as on login nodes in {Groups(env).Where(group => !GroupHas(group, env))}")
        .And(Require(
            Nodes(env).None(node => Lacks(node, env)),
            $"{env.Parameters.HomeMountPath} is mounted from no file system on {Nodes(env).Where(node => Lacks(node, env))}"))
        .And(Require(
            Nodes(env).All(node => NodeHas(node, env)),
            $"{env.Parameters.HomeMountPath} is not on the same file system as on the login nodes on {Nodes(env).Where(node => !NodeHas(node, env))}")),
}
