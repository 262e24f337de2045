// A custom action may install what the image of others lacks.
Truth IsLike(ComputeInstance node, NodeGroup group, Environment env) => group.ImageId.Is(image => node.ImageId.Is(own => own == image))
    && (!env.Cluster.HasCustomActions || group.Pool.Is(pool => node.Pool == pool));

// One node that was looked into tells of its image. The head node runs no sessions, and may lack what they need.
ResourceSet<ComputeInstance> NodesOf(NodeGroup group, Environment env) => env.ComputeNodes().Union(env.LoginNodes())
    .Where(node => node.IsRunning && IsLike(node, group, env));

Truth HasAll(Fact<Items<string>> installed, Items<string> needed) => installed.Is(versions => !versions.IsEmpty && needed.All(version => versions.Contains(version)));

Truth IsComplete(ComputeInstance node, Environment env) =>
    HasAll(node.RVersions, env.Parameters.NamedRVersions) && HasAll(node.PythonVersions, env.Parameters.NamedPythonVersions);

// What was seen of one node holds for its image, unless a node that runs sessions lacks it by its own word.
Truth IsEquipped(NodeGroup group, Environment env) => NodesOf(group, env).Any(node => IsComplete(node, env))
    && env.ComputeNodes().Where(node => node.IsRunning && IsLike(node, group, env)).NoneTold(node => !IsComplete(node, env));

ResourceSet<NodeGroup> Running(Environment env) => env.SessionGroups().Where(group => NodesOf(group, env).Any());

new Rule<Environment>
{
    Title = "All necessary R and Python versions are installed",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Custom AMI",
    Statements = ["parallelcluster:69", "parallelcluster-2024:101"],
    Why = "A session whose version of R or Python is not on its node does not start, or starts without the project's packages. Versions below other roots than the usual ones, such as those of environment modules, are not seen.",
    Fix = "Rebuild the AMI with the missing versions, or set requiredRVersions and requiredPythonVersions to what is needed.",
    AppliesTo = (env, _) => env.SessionGroups().Any(),
    Check = (env, _) => Require(
            Running(env).All(group => IsEquipped(group, env)),
            $"nodes that boot from the image of {Running(env).Where(group => !IsEquipped(group, env))} lack a version; needed: R {env.Parameters.NamedRVersions}, Python {env.Parameters.NamedPythonVersions}")
        .About(Running(env).Where(group => !IsEquipped(group, env)), "imageId")
        .And(env.SessionGroups().All(group => NodesOf(group, env).Any())
            ? Require(env.SessionGroups().Any(), $"there is no queue")
            : Undecidable($"no node runs that boots from the image of {env.SessionGroups().Where(group => !NodesOf(group, env).Any())}", "R and Python in the AMI")),
}
