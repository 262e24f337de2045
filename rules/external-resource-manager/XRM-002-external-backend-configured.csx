Truth IsLocal(ConfigurationSection cluster) => string.Equals((cluster.Values["type"] ?? "").Trim(), "Local", StringComparison.OrdinalIgnoreCase);

Truth IsCalled(ConfigurationSection cluster, string name) => string.Equals((cluster.Values["name"] ?? "").Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);

Truth IsExternal(Items<ConfigurationSection> clusters, string name) => clusters.Any(cluster => IsCalled(cluster, name) && !IsLocal(cluster));

Truth IsListed(Items<ConfigurationSection> clusters, string names) => clusters.Any(cluster => !IsLocal(cluster) && ("," + names.Replace(" ", "") + ",").Contains("," + (cluster.Values["name"] ?? "?").Trim() + ",", StringComparison.OrdinalIgnoreCase));

Truth IsPreferred(Items<ConfigurationSection> clusters, string? name) => name == null ? false : IsExternal(clusters, name);

Truth IsOffered(Items<ConfigurationSection> clusters, string? names) => names == null ? false : IsListed(clusters, names);

// Where rserver.conf does not list them, which clusters sessions may use is for the product to say.
Judgement Judge(Items<ConfigurationSection> clusters, string? preferred, string? offered, ConfiguredServer server) =>
    clusters.All(cluster => IsLocal(cluster)) ? Fail($"{server} has no cluster in launcher.conf but its own host")
    : preferred != null && !clusters.Any(cluster => IsCalled(cluster, preferred)) ? Fail($"{server} has {preferred} as its default cluster, which launcher.conf lacks")
    : IsPreferred(clusters, preferred) || IsOffered(clusters, offered) || clusters.All(cluster => !IsLocal(cluster))
        ? Pass().NoteIf(preferred != null && !IsPreferred(clusters, preferred), $"the default cluster is {preferred}, so that sessions run on the server unless users choose another")
    : offered == null ? Undecidable($"{server} has {preferred ?? "none"} as its default cluster, and does not say in rserver.conf which others sessions may use", "the clusters that sessions may use")
    : Fail($"{server} offers sessions no cluster but its own host (launcher-sessions-clusters={offered})");

new Rule<ConfiguredServer>
{
    Title = "Launcher is configured with an external cluster",
    Level = Level.Must,
    Source = "Posit Workbench reference architectures, External resource manager",
    Statements = ["workbench:30-31", "workbench:33"],
    Why = "With the server's own host as the only cluster, all sessions share its memory, and the resource manager stands idle.",
    Fix = "Add the [cluster] section to launcher.conf, and make it the default (launcher-default-cluster in rserver.conf).",
    At = "files[launcher.conf].cluster[Local].type, files[launcher.conf].cluster.type",
    // in Kubernetes it may lie in the image, or in a Secret
    Check = (server, env) => server.Installation != null && server.File("launcher.conf").Is(file => file == null)
        ? Undecidable($"no config map of {server} has launcher.conf", "the launcher's clusters")
        : Judge(server.Sections("launcher.conf", "cluster").Value, server.Written("rserver.conf", "launcher-default-cluster").Value, server.Written("rserver.conf", "launcher-sessions-clusters").Value, server),
}
