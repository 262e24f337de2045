Judgement OnInternet(EntryHop hop, Environment env) => Require(
        hop.LoadBalancer.Scheme == "internet-facing", $"{hop.LoadBalancer} is {hop.LoadBalancer.Scheme}, so that users cannot come in over the internet; where that is meant, set parameter ingressScheme=internal")
    .And(Require(
        env.Resolve(hop.LoadBalancer.Subnets).All(subnet => env.Network.IsPublic(subnet)),
        $"{hop.LoadBalancer} is in subnets without a route to an internet gateway: {env.Resolve(hop.LoadBalancer.Subnets).Where(subnet => !env.Network.IsPublic(subnet))}")
        .About(hop.LoadBalancer, "subnets"));

new Rule<EntryHop>
{
    Title = "The load balancer is in public subnets and is the users' entry from the internet",
    Level = Level.Should,
    Severity = Severity.Note,
    Source = "Posit Workbench on AWS EKS, Core",
    Statements = ["eks:73"],
    Why = "Users come over the internet; a load balancer that faces it from private subnets answers nobody. An internal one behind a VPN is common, too: parameter ingressScheme says which is meant.",
    Fix = "Set alb.ingress.kubernetes.io/scheme: internet-facing and public subnets, or parameter ingressScheme: internal.",
    At = "scheme, annotations[alb.ingress.kubernetes.io/scheme]",
    AppliesTo = (hop, _) => hop.LoadBalancer.Type == LoadBalancerType.Application,
    Check = (hop, env) => env.Parameters.IngressScheme == "internal"
        ? Require(hop.LoadBalancer.Scheme == "internal", $"{hop.LoadBalancer} is {hop.LoadBalancer.Scheme}, and parameter ingressScheme says internal")
        : OnInternet(hop, env),
}
