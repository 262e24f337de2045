Truth IsAt(Registration target, ComputeInstance node) => target.Id == node.Id || node.PrivateIps.Is(ips => ips.Contains(target.Id)) || node.Ipv6Addresses.Is(ips => ips.Contains(target.Id));

// A node that is about to go still stands in the list.
Truth GetsTraffic(Registration target) => target.Port != 22 && !target.IsLeaving;

Truth IsWorkbenchPort(Registration target, Environment env) => target.Port is not { } port ? false
    : port == 8787 || port == 443 ? (Truth)true
    : env.Parameters.WorkbenchPorts.Is(ports => ports.Contains(port));

Truth IsNamed(Registration target, Environment env) => env.Parameters.NamedWorkbenchHosts.Contains(target.Id);

ResourceSet<ComputeInstance> Others(Environment env) => env.HeadNodes().Union(env.ComputeNodes());

// What users reach through the entries must be login nodes, each of them.
Truth LeadsElsewhere(EntryHop hop, Environment env) => hop.TargetGroup.Registered
    .Is(targets => targets.Any(target => GetsTraffic(target) && !IsNamed(target, env) && env.LoginNodes().None(node => IsAt(target, node))));

// An entry to the head node alone is none that leads to login nodes, and has to be looked for.
Truth ServesOthers(TargetGroup group, Environment env) => group.Registered
    .Is(targets => targets.Any(target => GetsTraffic(target) && IsWorkbenchPort(target, env) && Others(env).Any(node => IsAt(target, node))));

ResourceSet<WorkbenchServer> ServersOn(ResourceSet<ComputeInstance> nodes, Environment env) => env.Of<WorkbenchServer>()
    .Where(server => server.IsServerActive && server.Host.Is(host => host is { } reference ? nodes.Any(node => node.Id == reference.Id) : false));

Judgement ByEntries(Environment env) =>
    Require(
        env.EntryHops.None(hop => LeadsElsewhere(hop, env)),
        $"users are sent to hosts that are no login nodes by {env.EntryHops.Where(hop => LeadsElsewhere(hop, env))}")
    .And(Require(
        env.Of<TargetGroup>().None(group => ServesOthers(group, env)),
        $"the head node or a compute node serves Workbench in {env.Of<TargetGroup>().Where(group => ServesOthers(group, env))}"));

// Without an entry, only hosts can tell where Workbench runs.
Judgement ByHosts(Environment env) =>
    Require(env.Of<TargetGroup>().None(group => ServesOthers(group, env)), $"the head node or a compute node serves Workbench in {env.Of<TargetGroup>().Where(group => ServesOthers(group, env))}")
    .And(Require(
        env.LoginNodes().Any(node => node.HasWorkbench) && env.HeadNodes().None(node => node.HasWorkbench),
        $"no load balancer leads to login nodes, and Workbench is on the head node or on no login node of {env.Cluster}"));

new Rule<Environment>
{
    Title = "Workbench is hosted on the login nodes, not on the head node",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Architectural overview",
    Statements = ["parallelcluster:22", "parallelcluster-2024:33"],
    Why = "The head node starts every job; where users work on it, a full memory stops the whole cluster. Judged is where load balancers send users, and by the hosts' own word only where there is none: an unused Workbench on the head node is a note.",
    Fix = "Move Workbench to a pool of LoginNodes, and register only these with the load balancer.",
    At = "loginPools",
    Supersedes = ["SLM-005"],
    Check = (env, _) => (env.EntryHops.Any() ? ByEntries(env) : ByHosts(env))
        .NoteIf(ServersOn(env.HeadNodes(), env).Any(), $"Workbench is active on the head node too: {ServersOn(env.HeadNodes(), env)}"),
}
