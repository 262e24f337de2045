using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Detection;

/// <summary>Finds Workbench on hosts that belong to no cluster: one environment for a target, or several where the databases surely differ.</summary>
internal static class HostEnvironments
{
    public static IEnumerable<Model.Environment> Find(ResourceGraph graph, Parameters parameters, IReadOnlyList<Model.Environment> onClusters) =>
        Targets(graph).SelectMany(t => Of(graph, parameters, t, !onClusters.Any(e => e.Scopes.Any(t.Scopes.Contains))));

    /// <summary>A host that the user names and nobody saw, or one that runs Workbench and may be of a cluster; null where there is none.</summary>
    public static Gap? Unfound(ResourceGraph graph, Parameters parameters)
    {
        var hosts = graph.Of<ComputeInstance>(Scopes(graph)).Members.Select(m => m.Item).ToList();
        if (parameters.WorkbenchHosts is { IsKnown: true, Value: var names })
            return names.AsEnumerable().FirstOrDefault(n => !hosts.Exists(h => HostNames.Means(n, h).IsTrue)) is { } lost ? HostNames.Unfound(lost) : null;
        return null;
    }

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

    private static IReadOnlyList<string> Scopes(ResourceGraph graph) => [.. graph.Snapshot.Header.Targets.SelectMany(t => t.Scopes).Distinct(StringComparer.Ordinal)];
}
