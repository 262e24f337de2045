// A cluster that is only called so, and has another type, does not count.
Truth IsSlurm(ConfigurationSection cluster) => string.Equals(cluster.Values["type"] ?? "", "Slurm", StringComparison.OrdinalIgnoreCase);

Truth HasSlurm(ConfiguredServer server) => server.Sections("launcher.conf", "cluster").Is(clusters => clusters.Any(cluster => IsSlurm(cluster)));

// Several clusters may each have a file of their own.
string FileOf(ConfigurationSection cluster) => cluster.Values["config-file"] is { } path ? path.Substring(path.LastIndexOf('/') + 1) : "launcher.slurm.conf";

Truth HasUser(ConfiguredServer server, ConfigurationSection cluster) => server.Written(FileOf(cluster), "slurm-service-user").Is(user => user != null && user != "");

Truth MayBeChosen(ConfiguredServer server, ConfigurationSection cluster) =>
    server.Written("rserver.conf", "launcher-default-cluster").Is(name => name != null && name == cluster.Values["name"])
    || server.Setting("rserver.conf", "launcher-sessions-clusters").Is(names => names == null || names == "" || ("," + names.Replace(" ", "") + ",").Contains("," + (cluster.Values["name"] ?? "") + ",", StringComparison.Ordinal));

Truth Some(ConfiguredServer server, Func<ConfigurationSection, Truth> holds) =>
    server.Sections("launcher.conf", "cluster").Is(clusters => clusters.Any(cluster => IsSlurm(cluster) && holds(cluster)));

new Rule<ConfiguredServer>
{
    Title = "The Slurm launcher plugin is enabled",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, Slurm",
    Statements = ["workbench:59-60", "parallelcluster:78", "parallelcluster-2024:103"],
    Why = "Without the plugin sessions and jobs run on the Workbench servers, which they soon overload, and the Slurm cluster stands idle.",
    Fix = "Add [cluster] name=Slurm, type=Slurm to launcher.conf, and slurm-service-user to launcher.slurm.conf.",
    At = "files[launcher.conf].cluster[Slurm].type, files[launcher.conf]",
    Check = (server, _) => Require(HasSlurm(server), $"{server} has no cluster of type Slurm in launcher.conf")
        .And(Require(Some(server, cluster => HasUser(server, cluster)), $"{server} sets no slurm-service-user for its Slurm cluster"))
        .And(Require(Some(server, cluster => MayBeChosen(server, cluster)), $"{server} offers its Slurm cluster to no session: launcher-sessions-clusters={server.Setting("rserver.conf", "launcher-sessions-clusters")}")),
}
