ResourceSet<Subnet> Subnets(Environment env) => env.SubnetsOf(env.HeadGroups().Union(env.LoginGroups()).Union(env.SessionGroups()));

Truth HasPublic(Environment env) => Subnets(env).Any(env.Network.IsPublic);

Truth HasPrivate(Environment env) => Subnets(env).Any(subnet => !env.Network.IsPublic(subnet));

// The newer text allows both, as long as it can be told which it is.
Judgement Judge(Environment env) => env.Parameters.NetworkingProfile == "000"
    ? Require(!HasPrivate(env), $"the subnet of {env.Cluster} is private, and networkingProfile 000 wants a public one: {Subnets(env)}").About(env.HeadGroups(), "subnets")
    : Require(HasPublic(env) || HasPrivate(env), $"{env.Cluster} has no subnet");

new Rule<Environment>
{
    Title = "The cluster subnet is public with an ELB, or private",
    Level = Level.Advice,
    Source = "Posit Workbench on AWS ParallelCluster, Networking",
    Statements = ["parallelcluster:51", "parallelcluster-2024:80"],
    Why = "A public subnet was tested, and a private one should work as well; the older text knows the public one only.",
    Fix = "Nothing, unless networkingProfile is 000: then move the cluster to a public subnet, or change the profile.",
    AppliesTo = (env, _) => Subnets(env).Any(),
    Check = (env, _) => HasPublic(env) && HasPrivate(env)
        ? NotApplicable($"the cluster has public and private subnets, which the rule on a single subnet (PCL-036) reports")
        : Judge(env).NoteIf(HasPrivate(env), $"in a private subnet ParallelCluster's own load balancer for SSH is internal"),
}
