Truth SaysSticky(Ingress ingress) => ingress.Annotations.Is(a =>
    (a["alb.ingress.kubernetes.io/target-group-attributes"] ?? "").Contains("stickiness.enabled=true", StringComparison.Ordinal));

// A cookie that holds a node holds its only pod, where nothing leads on to another node.
Truth HoldsPods(EntryHop hop, Environment env) => hop.TargetGroup.TargetType == "ip" || env.Installations.Where(i => hop.LeadsTo(i)).All(i => i.HasPodPerNode);

new Rule<EntryHop>
{
    Title = "The load balancer keeps sessions sticky",
    Level = Level.Must,
    Basis = Basis.Derived,
    Source = "Posit Workbench on AWS EKS, Architecture",
    Statements = ["parallelcluster:8"],
    Why = "A user whose next request lands on another pod loses the session page; a cookie that holds a node holds no pod.",
    At = "isStickinessEnabled, annotations[alb.ingress.kubernetes.io/target-group-attributes]",
    Fix = "Annotate the ingress: alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=86400 and alb.ingress.kubernetes.io/target-type: ip.",
    Supersedes = ["K8S-007"],
    AppliesTo = (hop, env) => env.Installations.Any(i => hop.LeadsTo(i) && i.DeclaredReplicas.Is(replicas => replicas > 1)),
    Check = (hop, env) => Require(hop.IsSticky, $"{hop} does not keep sessions: stickiness.enabled={hop.TargetGroup.IsStickinessEnabled}, type {hop.TargetGroup.StickinessType}")
        .And(Require(HoldsPods(hop, env), $"{hop} sends to {hop.TargetGroup.TargetType} targets, so that its cookie holds a node and not a pod"))
        .NoteIf(!hop.IsSticky && env.Of<Ingress>().Any(ingress => SaysSticky(ingress)), $"an ingress asks for stickiness, which the target group does not have: the controller has not applied it")
        .NoteIf(hop.TargetGroup.StickinessSeconds.Is(seconds => seconds < 3600), $"stickiness of {hop.TargetGroup} lasts {hop.TargetGroup.StickinessSeconds} seconds, less than an hour"),
}
