namespace Scanner.Model;

/// <summary>What Workbench's nodes need of each other.</summary>
public static class ServerConnections
{
    /// <summary>From each node of Workbench to each other one, and from each group that new ones come from, at the server's port and, where it listens to others, the launcher's.</summary>
    public static Connections BetweenServers(this Environment environment)
    {
        var ports = Ports(environment);
        var (hosts, groups, pods) = (environment.WorkbenchHosts(), environment.WorkbenchGroups().Where(g => g.Max.Is(max => max >= 2)), environment.WorkbenchPods());
        var between = hosts.SelectMany(a => hosts.Where(b => b.Id != a.Id).SelectMany(b => At(ports, a.Id, b.Id, (to, port) => Connection.Of(environment, a, a.Id, b, to, port))))
            .Union(groups.SelectMany(a => groups.SelectMany(b => At(ports, $"a node of {a.Label}", $"another of {b.Label}", (to, port) => Connection.Of(environment, a, $"a node of {a.Label}", b, to, port)))))
            .Union(pods.SelectMany(a => pods.Where(b => b.Id != a.Id).SelectMany(b => At(ports, a.Label, b.Label, (to, port) => Of(a.Label, to, PodPolicies.Between(environment, a, b, port))))));
        return new(between);
    }

    /// <summary>The port that Workbench listens at: by its configuration, else where the load balancers find it.</summary>
    public static Fact<int> WorkbenchPort(this Environment environment)
    {
        var ports = environment.Servers.Members.Where(m => m.Doubt is null).Select(m => m.Item.Port).ToList();
        var written = ports.Count > 0 && ports.TrueForAll(p => p.IsKnown) ? ports.Select(p => p.Value).Distinct().ToList() : [];
        return written is [var port] ? port : Found(environment);
    }

    private static Fact<int> Found(Environment environment)
    {
        var ports = environment.EntryHops.Members.Where(m => m.Doubt is null).Select(m => m.Item.TargetGroup.Port).Where(p => p is { IsKnown: true, Value: not null }).Select(p => p.Value!.Value).Distinct().ToList();
        return ports is [var one] ? one : new Fact<int>(new Gap(environment.Cluster.Scope, nameof(WorkbenchServer), "www-port", GapCause.Hidden,
            "at which port Workbench listens is neither told by its configuration nor by the load balancers", new(RemedyKind.Probe, "every Workbench host")));
    }

    /// <summary>A launcher that listens on its own host only is used by nobody else.</summary>
    private static Fact<Items<int>> Ports(Environment environment) => environment.WorkbenchPort().Then(port =>
    {
        if (environment.Servers.All(IsLocal).Noted() is { IsTrue: true }) return new Fact<Items<int>>(new[] { port }.ToItems(), Evidence.Derived);
        var launchers = environment.Servers.Members.Select(m => LauncherPort(m.Item)).ToList();
        return launchers.Count > 0 && environment.Servers.Unlisted is null && launchers.TrueForAll(l => l.IsKnown)
            ? new Fact<Items<int>>(launchers.Select(l => l.Value).Prepend(port).Distinct().ToItems(), Evidence.Derived)
            : new(environment.Servers.Unlisted ?? launchers.Select(l => l.Gap).FirstOrDefault(g => g is not null) ?? Gap.NeverRead);
    });

    private static Truth IsLocal(ConfiguredServer server) => Launcher(server, "address").Is(address => address is "127.0.0.1" or "localhost" or "::1");

    private static Fact<int> LauncherPort(ConfiguredServer server) => Launcher(server, "port").Map(port => int.TryParse(port, out var number) ? number : 5559);

    private static Fact<string?> Launcher(ConfiguredServer server, string key) => server.Sections("launcher.conf", "server")
        .Map(sections => sections.AsEnumerable().Select(s => s.Values[key]).LastOrDefault(v => v is not null));

    private static Connection Of(string from, string to, Reachability reach) => new(from, to, reach.Answer, () => reach);

    private static ResourceSet<Connection> At(Fact<Items<int>> ports, string from, string to, Func<string, int, Connection> connect)
    {
        Ledger.Touch(ports.Source);
        return ports.IsKnown ? new([.. ports.Value.Select(port => new Member<Connection>(connect($"{to}:{port}", port), null))], null)
            : ResourceSet<Connection>.Of(Connection.Unseen(from, to, ports.Source));
    }
}
