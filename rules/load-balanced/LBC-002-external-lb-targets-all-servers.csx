Truth GetsTraffic(EntryHop hop, ComputeInstance host) => hop.TargetsIn(["healthy", "initial"]).Is(targets => targets.Any(target =>
    target.Port != 22 && (target.Id == host.Id || host.PrivateIps.Is(ips => ips.Contains(target.Id)) || host.Ipv6Addresses.Is(ips => ips.Contains(target.Id)))));

// A server that has just been launched is not yet registered.
Truth IsNew(ComputeInstance host, Environment env) => host.LaunchedAt.Is(at => env.ScannedAt - at <= TimeSpan.FromMinutes(10));

Truth Lacks(EntryHop hop, ComputeInstance host, Environment env) => !hop.Serves(host) && !IsNew(host, env);

// Of several entries a server may be down in one, where another still leads to it.
Truth IsIdle(EntryHop hop, ComputeInstance host, Environment env) => !GetsTraffic(hop, host) && !IsNew(host, env) && env.EntryHops.None(other => GetsTraffic(other, host));

new Rule<EntryHop>
{
    Title = "The external load balancer sends traffic to every Workbench server",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Load balanced cluster",
    Statements = ["workbench:25-26"],
    Why = "A server that gets no traffic is no second server: when the other fails, so does Workbench.",
    Fix = "Register every Workbench server with the target group, and mend what makes targets unhealthy.",
    FixFor = (hop, env) => $"Register with target group {hop.TargetGroup.Id} every Workbench server ({env.WorkbenchHosts()}), and mend what makes its targets unhealthy.",
    Check = (hop, env) => Require(env.WorkbenchHosts().Any(), $"{hop} leads to no Workbench server that runs")
        .And(Require(env.WorkbenchHosts().None(host => Lacks(hop, host, env)), $"{hop.TargetGroup} lacks {env.WorkbenchHosts().Where(host => Lacks(hop, host, env))}"))
        .And(Require(env.WorkbenchHosts().None(host => IsIdle(hop, host, env)), $"{hop.TargetGroup} sends no traffic to {env.WorkbenchHosts().Where(host => IsIdle(hop, host, env))}, and no other entry does"))
        .NoteIf(env.WorkbenchHosts().Any(host => !GetsTraffic(hop, host)), $"{hop.TargetGroup} sends no traffic to {env.WorkbenchHosts().Where(host => !GetsTraffic(hop, host))}")
        .NoteIf(hop.TargetGroup.CrossZone == "false", $"cross-zone balancing of {hop.TargetGroup} is off: a zone without a healthy server answers nobody"),
}
