Truth LaunchesElsewhere(ConfiguredServer server) => server.Sections("launcher.conf", "cluster").Is(clusters =>
    clusters.Any(cluster => !string.Equals(cluster.Values["type"] ?? "Local", "Local", StringComparison.OrdinalIgnoreCase)));

new Rule<Environment>
{
    Title = "Workbench runs on exactly one server and sessions run on it",
    Level = Level.Must,
    Severity = Severity.Warning,
    Source = "Posit Workbench reference architectures, Single server",
    Statements = ["workbench:1", "workbench:8"],
    Why = "Two servers that share nothing lose each other's sessions and settings, and sessions that run elsewhere need homes that are there too: both are other architectures, with demands of their own.",
    Fix = "Declare the architecture that is meant (parameter architecture), or remove the server or launcher cluster that is too many.",
    // a stopped server is told and not counted
    Check = (env, _) => Require(env.WorkbenchHosts().Count() == 1, $"running Workbench servers: {env.WorkbenchHosts().Count()} ({env.WorkbenchHosts()})").About(env.WorkbenchHosts())
        .And(Require(env.Servers.None(server => LaunchesElsewhere(server)), $"launcher.conf has a cluster that is not Local, on {env.Servers.Where(server => LaunchesElsewhere(server))}")
            .About(env.Servers.Where(server => LaunchesElsewhere(server)), "files[launcher.conf].cluster[Slurm].type, files[launcher.conf].cluster[Kubernetes].type, files[launcher.conf]"))
        .NoteIf(env.WorkbenchNodes().Any(host => host.State == "stopped"), $"stopped: {env.WorkbenchNodes().Where(host => host.State == "stopped")}"),
}
