new Rule<Environment>
{
    Title = "An Application Load Balancer fronts Workbench",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:23", "eks:73"],
    Why = "Sticky sessions need a load balancer that speaks HTTP; a Network Load Balancer in front of another ingress is a different design.",
    Fix = "Enable the chart's ingress with class alb.",
    Supersedes = ["K8S-005"],
    Check = (env, _) => Require(
        env.EntryHops.Any(hop => hop.LoadBalancer.Type == LoadBalancerType.Application
            && hop.LoadBalancer.State.Is(state => state == "active" || state == "active_impaired")),
        $"no active Application Load Balancer leads to Workbench in {env.Cluster}; load balancers that do: {env.EntryHops}"),
}
