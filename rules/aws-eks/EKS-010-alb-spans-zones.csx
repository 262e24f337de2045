ResourceSet<Pod> Behind(EntryHop hop, Environment env) => env.Installations.Where(workbench => hop.LeadsTo(workbench)).SelectMany(workbench => workbench.ReadyPods);

new Rule<EntryHop>
{
    Title = "The load balancer is spread across several Availability Zones",
    Level = Level.Must,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["eks:23"],
    Why = "A load balancer in one zone is unreachable when that zone is, however many pods run elsewhere.",
    Fix = "Give the load balancer public subnets in three zones (annotation alb.ingress.kubernetes.io/subnets, or the tag kubernetes.io/role/elb).",
    FixFor = (hop, _) => $"Give {hop.LoadBalancer} public subnets in three zones; it is in {hop.LoadBalancer.AvailabilityZones}.",
    At = "annotations[alb.ingress.kubernetes.io/subnets]",
    AppliesTo = (hop, _) => hop.LoadBalancer.Type == LoadBalancerType.Application,
    Check = (hop, env) => Require(
            hop.LoadBalancer.AvailabilityZones.Is(zones => zones.Count >= 2), $"{hop.LoadBalancer} is in {hop.LoadBalancer.AvailabilityZones} only")
        .About(hop.LoadBalancer, "subnets")
        .NoteIf(
            hop.LoadBalancer.AvailabilityZones.Is(zones => env.ZonesOf(Behind(hop, env)).Is(pods => zones.Count < pods.Count)),
            $"pods behind it are in more zones ({env.ZonesOf(Behind(hop, env))}) than the load balancer ({hop.LoadBalancer.AvailabilityZones})"),
}
