Truth IsLocal(ConfigurationSection cluster) => cluster.Values["type"] is { } type && type.Trim().ToLowerInvariant() == "local";

Truth Offers(ConfiguredServer server, string key) => server.Setting("rserver.conf", key).Is(clusters => clusters is null || $",{clusters.Replace(" ", "").ToLowerInvariant()},".Contains(",local,", StringComparison.Ordinal));

Truth HasFile(ConfiguredServer server) => server.File("launcher.conf").Is(file => file != null);

Truth NamesClusters(ConfiguredServer server) => server.Sections("launcher.conf", "cluster").Is(clusters => clusters.Count >= 1);

new Rule<ConfiguredServer>
{
    Title = "The Local launcher plugin is disabled",
    Level = Level.Must,
    Source = "Posit Workbench on AWS ParallelCluster, Workbench configuration",
    Statements = ["parallelcluster:21", "parallelcluster:79", "parallelcluster-2024:32", "parallelcluster-2024:103"],
    Why = "Sessions that run on a login node take its memory from everybody who is logged in there, and end with it. A launcher.conf that names no cluster at all does not pass either: sessions then run where Workbench runs.",
    Fix = "Remove the [cluster] section with type=Local from launcher.conf, so that sessions run on compute nodes.",
    FixFor = (server, env) =>
        !HasFile(server) ? $"Write launcher.conf on {server}, where its other configuration is, with a [cluster] section with type=Slurm, so that sessions run on compute nodes."
        : !NamesClusters(server) ? $"Add a [cluster] section with type=Slurm to launcher.conf of {server}, so that sessions run on compute nodes."
        : $"Remove the [cluster] section with type=Local from launcher.conf, so that sessions run on compute nodes.",
    At = "files[launcher.conf].cluster[Local].type, files[launcher.conf].cluster.type",
    Check = (server, env) => Require(HasFile(server), $"{server} has no launcher.conf, so that it names no cluster")
        .And(Require(NamesClusters(server), $"launcher.conf of {server} names no cluster"))
        .And(Require(
            server.Sections("launcher.conf", "cluster").Is(clusters => !clusters.Any(IsLocal)),
            $"launcher.conf of {server} has a cluster of type Local"))
        .NoteIf(
            server.Sections("launcher.conf", "cluster").Is(clusters => clusters.Any(IsLocal)) && !Offers(server, "launcher-sessions-clusters") && !Offers(server, "launcher-adhoc-clusters"),
            $"it is defined, but neither sessions nor jobs may choose it"),
}
