// Configuration files that are of no particular host count as no server.
Truth IsAt(ConfiguredServer server) => server.Installation is { } workbench ? workbench.Pods.Any() : server.OnHost!.Host.Is(host => host != null);

// A package in the inventory of Systems Manager is weaker evidence than the host's own word.
Truth HasPackage(ComputeInstance host) => host.Packages.Is(all => all.Any(package => package.Name == "rstudio-server" || package.Name == "rstudio-workbench"));

new Rule<Environment>
{
    Title = "Workbench servers are found in the environment",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, all of them",
    Why = "What cannot be found cannot be checked: every rule about Workbench's configuration stays open until its servers are known.",
    Fix = "Name the hosts with parameter workbenchHosts, or add node facts from them.",
    Basis = Basis.Derived,
    Check = (env, _) => env.Servers.Any(server => IsAt(server)) || env.WorkbenchHosts().Any(host => HasPackage(host))
        ? Pass()
        : env.WorkbenchHosts().Any()
            ? Require(!env.WorkbenchHosts().All(host => !host.HasWorkbench), $"Workbench is installed on none of {env.WorkbenchHosts()}")
            : Undecidable($"no Workbench server was seen in {env.Cluster}", "where Workbench runs"),
}
