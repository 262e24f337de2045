Truth IsOff(ConfiguredServer server) => server.Written("rserver.conf", "load-balancing-enabled").Is(text => text != null) && !server.IsOn("rserver.conf", "load-balancing-enabled");

// The image of the chart makes the file where this is set.
Truth ByEnvironment(ConfiguredServer server) => server.Installation is { } workbench
    ? workbench.Server.Containers.Is(all => all.Any(container =>
        string.Equals(container.Environment["RSW_LOAD_BALANCING"], "true", StringComparison.OrdinalIgnoreCase) || container.Environment["RSW_LOAD_BALANCING"] == "1"))
    : false;

Truth IsOn(ConfiguredServer server) => !IsOff(server) && (server.IsOn("rserver.conf", "load-balancing-enabled") || ByEnvironment(server) || server.File("load-balancer").Is(file => file != null));

// A ParallelCluster's login nodes are meant to be several, however many there are now.
Truth AreSeveral(ConfiguredServer server, Environment env) => server.Installation is { } workbench
    ? workbench.DeclaredReplicas.Is(replicas => replicas > 1)
    : env.LoginGroups().Any() || env.WorkbenchHosts().Count() > 1;

new Rule<ConfiguredServer>
{
    Title = "Load balancing is enabled in the Workbench configuration",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Workbench configuration",
    Statements = ["parallelcluster-2024:103", "parallelcluster:77", "workbench:15"],
    Why = "Servers that do not know of each other show each user only half of the sessions, and start a second one where there is one already.",
    Fix = "Set load-balancing-enabled=1 in rserver.conf (or create the file load-balancer), and restart rstudio-server and rstudio-launcher.",
    At = "files[rserver.conf].load-balancing-enabled",
    Architectures = ["load-balanced", "kubernetes", "aws-parallelcluster", "aws-eks"],
    AppliesTo = (server, env) => AreSeveral(server, env),
    Check = (server, env) => Require(IsOn(server), $"{server} does not enable load balancing, neither in rserver.conf nor by a file load-balancer"),
}
