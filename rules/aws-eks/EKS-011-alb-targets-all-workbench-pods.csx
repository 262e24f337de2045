// A pod that has just become ready is not yet registered.
Truth IsSettled(Pod pod, Environment env) => pod.CreatedAt.Is(at => env.ScannedAt - at > TimeSpan.FromMinutes(2));

ResourceSet<Pod> Expected(EntryHop hop, Environment env) => env.Installations.Where(i => hop.LeadsTo(i)).SelectMany(i => i.ReadyPods).Where(pod => IsSettled(pod, env));

Judgement ByAddress(EntryHop hop, Environment env) => Require(
        Expected(hop, env).All(pod => hop.ServesHealthy(pod)),
        $"{hop.TargetGroup} sends nothing to ready Workbench pods: {Expected(hop, env).Where(pod => !hop.ServesHealthy(pod))}")
    .And(Require(hop.TargetGroup.Targets.Is(targets => targets.Any(t => t.State == "healthy")), $"{hop.TargetGroup} has no healthy target"));

// A service's endpoints are its ready pods; what the load balancer must have is a node that leads there.
Judgement ByNode(EntryHop hop) => Require(
    hop.TargetGroup.Targets.Is(targets => targets.Any(t => t.State == "healthy")), $"{hop.TargetGroup} has no healthy node");

new Rule<EntryHop>
{
    Title = "The load balancer serves all Workbench pods",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:23"],
    Why = "A pod that gets no traffic is no second server: when the others fail, so does Workbench.",
    Fix = "Correct the service's selector, and mend what makes targets unhealthy (the health check must get 200 from /health-check).",
    AppliesTo = (hop, _) => hop.LoadBalancer.Type == LoadBalancerType.Application,
    Check = (hop, env) => hop.TargetGroup.TargetType == "ip" ? ByAddress(hop, env) : ByNode(hop),
}
