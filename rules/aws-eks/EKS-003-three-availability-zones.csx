// Amazon's own zones for EKS: us-west-1 has two.
Truth HasThreeZones(Cluster eks) => !eks.Id.Contains(":us-west-1:", StringComparison.Ordinal);

Judgement Spread(Environment env, ResourceSet<Subnet> subnets, string what) => Require(
    env.ZonesOf(subnets).Is(zones => zones.Count >= 3), $"{what} of {env.Cluster} can be in fewer than three Availability Zones: {env.ZonesOf(subnets)}");

new Rule<Environment>
{
    Title = "The deployment spans three Availability Zones",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Resiliency and availability",
    Statements = ["eks:13", "eks:67"],
    Why = "With fewer zones, the loss of one takes half of the capacity or more, and Workbench's pods cannot be spread as recommended.",
    Fix = "Add subnets in a third zone to the cluster, its managed node groups and Karpenter's node class, and let the node pool's requirements admit three zones.",
    At = "subnets",
    AppliesTo = (env, _) => env.EksCluster().Is(eks => HasThreeZones(eks)),
    Check = (env, _) => Spread(env, env.Resolve(env.EksCluster().Then(eks => eks.Subnets)), "the control plane")
        .And(Spread(env, env.SubnetsOf(env.ManagedGroups()), "managed nodes").About(env.ManagedGroups(), "subnets"))
        .And(Spread(env, env.SubnetsOf(env.SessionPools()), "session nodes").About(env.SessionPools(), "requirements")),
}
