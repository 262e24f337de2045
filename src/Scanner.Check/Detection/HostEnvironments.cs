using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Detection;

/// <summary>Finds Workbench on hosts that belong to no cluster: one environment for a target, or several where the databases surely differ.</summary>
internal static class HostEnvironments
{
    public static IEnumerable<Model.Environment> Find(ResourceGraph graph, Parameters parameters, IReadOnlyList<Model.Environment> onClusters) =>
        Targets(graph).SelectMany(t => Of(graph, parameters, t, !onClusters.Any(e => e.Scopes.Any(t.Scopes.Contains))));

    /// <summary>A host that the user names and that is none of those listed, or one that told of its Workbench and is of no place; null where there is none.</summary>
    public static Gap? Unfound(ResourceGraph graph, Parameters parameters)
    {
        var scopes = graph.Snapshot.Header.Targets.SelectMany(t => t.Scopes).Distinct(StringComparer.Ordinal).ToList();
        var (hosts, servers) = (graph.Of<ComputeInstance>(scopes), graph.Of<WorkbenchServer>(scopes));
        // where hosts could not be listed, that is said already
        if (hosts.Unlisted is { MakesIncomplete: true }) return null;
        if (parameters.WorkbenchHosts is not { IsKnown: true, Value: var names }) return Placeless(hosts, servers);
        return names.AsEnumerable().FirstOrDefault(n => !hosts.Members.Any(m => HostNames.Means(n, m.Item, servers).IsTrue)) is { } lost ? HostNames.Unfound(lost) : null;
    }

    /// <summary>An instance that AWS did not list, or that a snapshot leaves out as unrelated to its clusters: nobody says that it is of none.</summary>
    private static Gap? Placeless(ResourceSet<ComputeInstance> hosts, ResourceSet<WorkbenchServer> servers) => servers.Members.Select(m => m.Item.Host is { IsKnown: true, Value: { } host } ? host.Id : null)
        .Select(id => hosts.Members.Select(m => m.Item).FirstOrDefault(h => h.Id == id && !h.Cluster.IsKnown && !ScopeName.IsDeclared(h.Scope) && !h.Id.StartsWith("probe://", StringComparison.Ordinal)))
        .OfType<ComputeInstance>().FirstOrDefault() is { } lost ? new(lost.Scope, nameof(ComputeInstance), lost.Id, GapCause.NotAsked,
            OneLine.Of($"{lost.Id} told of its Workbench, and is none of the instances that the scan kept"), new(RemedyKind.Flag, "scan again with --keep-all")) : null;

    private static IEnumerable<Model.Environment> Of(ResourceGraph graph, Parameters parameters, (string Name, IReadOnlyList<string> Scopes) target, bool isAlone)
    {
        if (target.Scopes.FirstOrDefault(ScopeName.IsAws) is not { } scope) return [];
        Model.Environment Make(string? database) => new(graph, HostsCluster.Of(target.Name, database, scope), target.Scopes, parameters, database);
        var whole = Make(null);
        var hosts = whole.HostsOutsideClusters;
        if (hosts.Members.Count == 0) return isAlone && IsConfigured(graph, target.Scopes) ? [whole] : [];
        var databases = new HostGrouping(whole).Databases(hosts);
        return databases.Count == 0 ? [whole] : databases.Select(Make);
    }

    /// <summary>Configuration of Workbench that is of no host.</summary>
    private static bool IsConfigured(ResourceGraph graph, IReadOnlyList<string> scopes) => graph.Of<WorkbenchServer>(scopes).Members.Any(m => m.Item.Host is { IsKnown: true, Value: null });

    /// <summary>What was looked at, by target; targets that share an account and region are one, since nothing tells whose its hosts are.</summary>
    private static List<(string Name, IReadOnlyList<string> Scopes)> Targets(ResourceGraph graph)
    {
        var found = new List<(string Name, IReadOnlyList<string> Scopes)>();
        foreach (var target in graph.Snapshot.Header.Targets.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var same = found.FindIndex(f => f.Scopes.Any(s => ScopeName.IsAws(s) && target.Scopes.Contains(s)));
            if (same < 0) found.Add((target.Name, [.. target.Scopes]));
            else found[same] = (found[same].Name, [.. found[same].Scopes.Concat(target.Scopes).Distinct(StringComparer.Ordinal)]);
        }
        return found;
    }
}
