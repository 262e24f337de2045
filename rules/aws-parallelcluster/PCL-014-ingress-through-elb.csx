new Rule<Environment>
{
    Title = "Users reach Workbench through an Elastic Load Balancer",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Networking",
    Statements = ["parallelcluster:8", "parallelcluster:51", "parallelcluster-2024:80"],
    Why = "Without a load balancer, users depend on one login node, and TLS and health checks have no place.",
    Fix = "Create an Application or Network Load Balancer for port 443 to 8787, and attach its target group to the login nodes' Auto Scaling group.",
    At = "loginPools",
    // ParallelCluster's own login load balancer serves SSH only, and is no entry.
    Check = (env, _) => Require(
        env.EntryHops.Any(hop => hop.LoadBalancer.State.Is(state => state == "active" || state == "active_impaired")),
        $"no active load balancer forwards to Workbench on the login nodes of {env.Cluster}"),
}
