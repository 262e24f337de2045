new Rule<EntryHop>
{
    Title = "The Workbench load balancer keeps sessions sticky",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Architectural overview",
    Statements = ["parallelcluster:8", "parallelcluster-2024:13"],
    Why = "A user whose next request lands on another login node loses the session page.",
    At = "isStickinessEnabled",
    Fix = "Turn on stickiness of the target group: lb_cookie (Application Load Balancer) or source_ip (Network Load Balancer, TCP listener).",
    FixFor = (hop, env) => $"aws elbv2 modify-target-group-attributes --target-group-arn {hop.TargetGroup.Id} --attributes Key=stickiness.enabled,Value=true Key=stickiness.type,Value={hop.LoadBalancer.Type.Map(type => type == LoadBalancerType.Network ? "source_ip" : "lb_cookie")}",
    Supersedes = ["LBC-003"],
    Check = (hop, env) => Require(hop.IsSticky, $"{hop} does not keep sessions: stickiness.enabled={hop.TargetGroup.IsStickinessEnabled}, type {hop.TargetGroup.StickinessType}")
        .NoteIf(hop.TargetGroup.StickinessType == "source_ip", $"clients behind one NAT or proxy all reach the same login node through {hop.TargetGroup}")
        .NoteIf(hop.TargetGroup.StickinessSeconds.Is(seconds => seconds < 3600), $"stickiness of {hop.TargetGroup} lasts {hop.TargetGroup.StickinessSeconds} seconds, less than an hour"),
}
