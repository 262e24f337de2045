Truth IsController(Workload workload) => workload.Kind == "Deployment" && (workload.PodLabels.Is(labels => labels["app.kubernetes.io/name"] == "aws-load-balancer-controller")
    || workload.Containers.Is(all => all.Any(c => c.Image.Contains("aws-load-balancer-controller", StringComparison.Ordinal))));

Truth IsRun(Environment env) => env.Of<Workload>().Any(workload => IsController(workload) && workload.ReadyReplicas.Is(ready => ready >= 1))
    || env.EksCluster().Is(eks => eks.IsAutoMode);

Truth IsMade(EntryHop hop) => hop.LoadBalancer.Tags.Is(tags => tags.Has("elbv2.k8s.aws/cluster") || tags.Has("eks:eks-cluster-name"));

Truth IsBound(EntryHop hop, Environment env) => env.Of<TargetGroupBinding>().Any(binding => binding.TargetGroup.Is(group => group?.Id == hop.TargetGroup.Id));

Judgement Unmade(EntryHop hop, Environment env) => IsBound(hop, env)
    ? Fail($"{hop.LoadBalancer} was made by other means; only its targets are the controller's").As(Severity.Note)
    : Fail($"{hop.LoadBalancer} was made by other means than the AWS Load Balancer Controller");

ResourceSet<Ingress> Leading(EntryHop hop, Environment env) => env.Installations.Where(workbench => hop.LeadsTo(workbench)).SelectMany(workbench => workbench.Ingresses());

// The settings may stand in IngressClassParams, which are not read.
Judgement Settings(EntryHop hop, Environment env) => Leading(hop, env).Any(ingress => ingress.ConfiguresLoadBalancer)
    ? Require(Leading(hop, env).Any(ingress => ingress.ConfiguresLoadBalancer), $"no annotation configures {hop.LoadBalancer}")
    : Undecidable($"no ingress of Workbench has an annotation that configures {hop.LoadBalancer}", "what configures the load balancer");

new Rule<EntryHop>
{
    Title = "The load balancer is configured by the AWS Load Balancer Controller through annotations",
    Level = Level.Should,
    Source = "Posit Workbench on AWS EKS, Networking",
    Statements = ["eks:29", "eks:77"],
    Why = "A load balancer that people keep by hand does not follow when pods and names change, and nobody sees in the chart's values how it is set.",
    Fix = "Install the AWS Load Balancer Controller, and move the load balancer's settings into annotations of the chart's ingress.",
    AppliesTo = (hop, _) => hop.LoadBalancer.Type == LoadBalancerType.Application,
    Check = (hop, env) => Require(IsRun(env), $"{env.Cluster} has no AWS Load Balancer Controller that is ready, and no EKS Auto Mode")
        .And(IsMade(hop) ? Settings(hop, env) : Unmade(hop, env)),
}
