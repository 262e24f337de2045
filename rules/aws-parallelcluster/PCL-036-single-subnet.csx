ResourceSet<NodeGroup> Groups(Environment env) => env.HeadGroups().Union(env.LoginGroups()).Union(env.SessionGroups());

Truth IsWith(NodeGroup group, NodeGroup other) => group.Subnets.Is(own => own.Count == 1 && other.Subnets.Is(theirs => theirs.Contains(own[0])));

Truth IsAlone(NodeGroup group, Environment env) => Groups(env).All(other => IsWith(group, other));

Truth IsPrivate(NodeGroup group, Environment env) => env.Resolve(group.Subnets).None(env.Network.IsPublic);

new Rule<Environment>
{
    Title = "All cluster components are in one subnet",
    Level = Level.Should,
    Source = "Posit Workbench on AWS ParallelCluster, Networking",
    Statements = ["parallelcluster:51", "parallelcluster-2024:80"],
    Why = "The architecture was tested in one subnet; more of them bring routes and rules between login and compute nodes that can be wrong. Load balancers and databases have subnets of their own.",
    Fix = "Use the same subnet for head node, login nodes and queues, or record why not.",
    AppliesTo = (env, _) => Groups(env).Any(),
    Check = (env, _) => Require(
            Groups(env).All(group => IsAlone(group, env)),
            $"the nodes of {env.Cluster} are in more than one subnet: {Groups(env).Where(group => !IsAlone(group, env))}; subnets seen: {env.SubnetsOf(Groups(env))}")
            .About(Groups(env).Where(group => env.HeadGroups().Any(head => !IsWith(group, head))), "subnets")
            .About(Groups(env).Where(group => !IsAlone(group, env)), "subnets")
        .NoteIf(
            env.HeadGroups().Any(head => !IsPrivate(head, env)) && env.SessionGroups().Any(queue => IsPrivate(queue, env)),
            $"a public head node with private compute nodes is what AWS often shows, and not what was tested here"),
}
