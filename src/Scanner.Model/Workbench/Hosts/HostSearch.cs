using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Looks for the hosts outside clusters that run Workbench: those that the user names, else those of which something shows it.</summary>
internal sealed class HostSearch(Environment environment)
{
    private readonly ResourceSet<Cluster> _clusters = environment.Of<Cluster>();
    private readonly ResourceSet<WorkbenchServer> _servers = environment.Of<WorkbenchServer>();

    /// <summary>
    /// They share the installation unless their databases surely differ. Others may run Workbench too, of which nothing was seen: then the
    /// set is incomplete, and the parameter workbenchHosts completes it.
    /// </summary>
    public ResourceSet<ComputeInstance> Workbench()
    {
        var (hosts, missing) = environment.Parameters.WorkbenchHosts is { IsKnown: true, Value: var names } ? Named(names) : Shown();
        return environment.HostsDatabase is { } database ? new HostGrouping(environment).Sharing(hosts, database, missing) : new(hosts, missing);
    }

    /// <summary>All hosts that belong to no cluster.</summary>
    public ResourceSet<ComputeInstance> Outside() => new([.. environment.Of<ComputeInstance>().Where(IsOutside).Members.Where(m => m.Doubt is null).OrderBy(m => m.Item.Id, StringComparer.Ordinal)], null);

    /// <summary>Where it is not said and there is a cluster that it may belong to, it is none of ours.</summary>
    private Truth IsOutside(ComputeInstance host) => host.Cluster.IsKnown
        ? host.Cluster.Is(cluster => cluster is null)
        : _clusters.Members.All(m => m.Item.Kind is { IsKnown: true, Value: ClusterKind.Eks or ClusterKind.Kubernetes }) && (_clusters.Unlisted is null || ScopeName.IsDeclared(host.Scope));

    private (IReadOnlyList<Member<ComputeInstance>>, Gap?) Named(Items<string> names)
    {
        var all = environment.Of<ComputeInstance>();
        // a name is the user's word: it also stands for a host whose cluster is not known
        var found = all.Members.Where(m => m.Item.Cluster is not { IsKnown: true, Value: not null } && names.Any(n => HostNames.Means(n, m.Item, _servers)).IsTrue).OrderBy(m => m.Item.Id, StringComparer.Ordinal);
        var lost = names.AsEnumerable().FirstOrDefault(n => !all.Members.Any(m => HostNames.Means(n, m.Item, _servers).IsTrue));
        return ([.. found.Select(m => new Member<ComputeInstance>(m.Item, null))], lost is not null ? HostNames.Unfound(lost)
            : names.AsEnumerable().Any(HostNames.IsTag) && all.Unlisted is { MakesIncomplete: true } unlisted ? unlisted : null);
    }

    private (IReadOnlyList<Member<ComputeInstance>>, Gap?) Shown()
    {
        var outside = Outside();
        var told = outside.Where(host => host.HasWorkbench.Noted().IsTrue || _servers.Any(s => s.Host.Is(h => h?.Id == host.Id)).IsTrue);
        var entries = told.Members.Count == 0 ? [] : Entries(told);
        var all = told.Union(outside.Where(host => entries.Exists(targets => targets.Exists(t => EntryHop.IsTarget(t.Id, host).IsTrue))));
        return (all.Members, all.Members.Count == 0 ? Unsaid("which hosts run Workbench was not seen") : Others(all, outside));
    }

    /// <summary>What load balancers send Workbench's users to: what is registered beside one that is known to run Workbench runs it too.</summary>
    private List<List<Registration>> Entries(ResourceSet<ComputeInstance> told) => [.. environment.Of<TargetGroup>().Members.Where(m => m.Item.Registered.IsKnown)
        .Select(m => m.Item.Registered.Value.AsEnumerable().Where(t => HostBackend.IsPort(environment, t.Port)).ToList())
        .Where(targets => targets.Count > 1 && targets.Exists(t => told.Any(h => EntryHop.IsTarget(t.Id, h)).IsTrue))];

    /// <summary>Whether anything else may run Workbench: a host in their networks that did not say, or one that was not listed.</summary>
    private Gap? Others(ResourceSet<ComputeInstance> hosts, ResourceSet<ComputeInstance> outside)
    {
        var vpcs = hosts.Members.Select(m => m.Item.Vpc).Where(v => v is { IsKnown: true, Value: not null }).Select(v => v.Value!.Value.Id).ToHashSet(StringComparer.Ordinal);
        var silent = outside.Members.Select(m => m.Item).Where(h => !hosts.Members.Any(m => m.Item.Id == h.Id) && HostStates.MayServe(h) && h.HasWorkbench.IsUnknown
            && (vpcs.Count == 0 || h.Vpc is not { IsKnown: true, Value: { } vpc } || vpcs.Contains(vpc.Id))).ToList();
        return silent.Count > 0 ? Unsaid($"whether {Shown(silent)} too run Workbench was not seen")
            : environment.Of<ComputeInstance>().Unlisted is { } unlisted ? unlisted.MakesIncomplete ? unlisted : Unsaid("whether other hosts than those seen run Workbench is not known") : null;
    }

    private static string Shown(List<ComputeInstance> hosts) => string.Join(", ", hosts.Take(3).Select(h => h.Id)) + (hosts.Count > 3 ? $" and {hosts.Count - 3} others" : "");

    private Gap Unsaid(string detail) => new(environment.Cluster.Scope, nameof(ComputeInstance), "workbenchHosts", GapCause.Unset, OneLine.Of(detail), new(RemedyKind.Parameter, "workbenchHosts"));
}
