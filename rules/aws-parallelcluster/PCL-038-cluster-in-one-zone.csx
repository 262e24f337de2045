ResourceSet<NodeGroup> Groups(Environment env) => env.HeadGroups().Union(env.LoginGroups()).Union(env.SessionGroups());

ResourceSet<Subnet> Subnets(Environment env) => env.SubnetsOf(Groups(env));

Fact<MountedStorage> HomeOf(NodeGroup group, Environment env) => env.StorageAt(group, env.Parameters.HomeMountPath);

Truth IsIn(Subnet subnet, Fact<Items<string>> zones) => zones.Is(all => subnet.AvailabilityZone.Is(zone => all.Contains(zone)));

// What the head node exports is where the head node is.
Truth IsNear(MountedStorage home, Environment env) => home.FileSystem is { } system
    ? env.Resolve(system.Subnets).Any(subnet => IsIn(subnet, env.ZonesOf(Subnets(env))))
    : home.IsSeen;

new Rule<Environment>
{
    Title = "The cluster sits in one Availability Zone",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:113", "parallelcluster-2024:73"],
    Why = "The tested layout lies in one zone, and an outage of that zone is an outage of Workbench; nodes or homes in another zone cost time and money with every access, and make nothing safer.",
    Fix = "Keep all nodes and the home file system in one zone, or accept the deviation.",
    Supersedes = ["LBC-005"],
    AppliesTo = (env, _) => Subnets(env).Any(),
    Check = (env, _) => Require(
            env.ZonesOf(Subnets(env)).Is(zones => zones.Count == 1),
            $"the nodes of {env.Cluster} are in several zones: {env.ZonesOf(Subnets(env))}")
            .About(Groups(env).Where(group => env.Resolve(group.Subnets).Any(subnet => !IsIn(subnet, env.ZonesOf(env.SubnetsOf(env.HeadGroups()))))), "subnets")
        .And(Require(
            env.LoginGroups().All(group => HomeOf(group, env).Is(home => IsNear(home, env))),
            $"the homes are in another zone than the nodes of {env.Cluster}, {env.ZonesOf(Subnets(env))}").About(env.Cluster, "sharedStorage[/home], sharedStorage"))
        .NoteIf(env.ZonesOf(Subnets(env)).Is(zones => zones.Count == 1), $"an outage of {env.ZonesOf(Subnets(env))} is an outage of Workbench"),
}
