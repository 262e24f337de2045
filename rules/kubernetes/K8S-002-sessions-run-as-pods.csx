Truth IsOfType(ConfigurationSection cluster, string type) => string.Equals(cluster.Values["type"], type, StringComparison.OrdinalIgnoreCase);

Judgement Judge(Installation workbench, Environment env) => Require(
        workbench.Sections("launcher.conf", "cluster").Is(clusters => clusters.Any(cluster => IsOfType(cluster, "Kubernetes"))),
        $"{workbench} has no cluster of type Kubernetes in launcher.conf")
    .And(Require(
        env.Parameters.AllowLocalSessions || workbench.Sections("launcher.conf", "cluster").Is(clusters => !clusters.Any(cluster => IsOfType(cluster, "Local"))),
        $"{workbench} has a cluster of type Local in launcher.conf, so that sessions can run in the server's pod"));

new Rule<Installation>
{
    Title = "Sessions and jobs run in isolated pods",
    Level = Level.Must,
    Source = "Posit Workbench architectures, Kubernetes",
    Statements = ["eks:7", "workbench:46"],
    Why = "A session in the server's own pod shares its memory and its fate: one user's work can end everybody's.",
    Fix = "Keep a cluster of type Kubernetes only in launcher.conf.",
    At = "files[launcher.conf].cluster[Local].type, files[launcher.conf].cluster.type",
    // it may lie in the image, or in a Secret
    Check = (workbench, env) => workbench.File("launcher.conf").Is(file => file == null)
        ? Undecidable($"no config map of {workbench} has launcher.conf", "the launcher's clusters")
        : Judge(workbench, env),
}
