// New nodes must be registered by themselves; that all are registered today is enough to pass, with a note.
Truth FedByEveryPool(EntryHop hop, Environment env) => env.WorkbenchGroups().Count() >= 1 && env.WorkbenchGroups().All(group => hop.IsFedBy(group));

// A node that has just been launched is not yet registered.
Truth LacksNone(EntryHop hop, Environment env) => env.WorkbenchHosts().All(host => hop.Serves(host) || host.LaunchedAt.Is(at => env.ScannedAt - at <= TimeSpan.FromMinutes(10)));

// A node that a change makes is registered by nobody yet.
Truth ServesEveryNode(EntryHop hop, Environment env) => env.WorkbenchGroups().All(group => group.HasItsNodes()) && env.WorkbenchHosts().Count() >= 1 && env.WorkbenchHosts().All(host => hop.Serves(host));

new Rule<EntryHop>
{
    Title = "The load balancer serves all Workbench login nodes",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Resiliency and availability",
    Statements = ["parallelcluster:112", "parallelcluster-2024:71"],
    Why = "A login node that gets no traffic is no second node: when the other fails, so does Workbench.",
    Fix = "Attach the target group to the Auto Scaling group of the login nodes, and mend what makes targets unhealthy.",
    FixFor = (hop, env) => $"Attach target group {hop.TargetGroup.Id} to the Auto Scaling group of {env.WorkbenchGroups()}, and mend what makes its targets unhealthy.",
    Supersedes = ["LBC-002"],
    Check = (hop, env) => Require(
            (FedByEveryPool(hop, env) && LacksNone(hop, env)) || ServesEveryNode(hop, env),
            $"{hop.TargetGroup} is not attached to the Auto Scaling group of every login pool, or lacks a node: {env.WorkbenchHosts().Where(host => !hop.Serves(host))}")
        .And(Require(
            env.WorkbenchHosts().Where(host => hop.ServesHealthy(host)).Count() >= 2,
            $"healthy Workbench hosts behind {hop.TargetGroup}: {env.WorkbenchHosts().Where(host => hop.ServesHealthy(host)).Count()}"))
        .And(Require(
            hop.TargetGroup.Targets.Is(targets => targets.All(t => t.State == "healthy" || t.State == "initial" || t.State == "draining")),
            $"targets of {hop.TargetGroup} that get no traffic: {hop.TargetsIn(["unhealthy", "unused", "unavailable"]).Map(t => t.Select(x => x.Id))}"))
        .NoteIf(!FedByEveryPool(hop, env), $"{hop.TargetGroup} is not attached to the Auto Scaling group: a node that is replaced will be missing"),
}
