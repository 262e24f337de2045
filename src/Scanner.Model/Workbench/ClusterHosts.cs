namespace Scanner.Model;

/// <summary>The hosts and node groups of a ParallelCluster environment, by their tags.</summary>
public static class ClusterHosts
{
    /// <summary>All instances of the environment's cluster, whatever their state.</summary>
    public static ResourceSet<ComputeInstance> Nodes(this Environment environment) =>
        environment.Of<ComputeInstance>().Where(i => i.Cluster.Is(c => c?.Id == environment.Cluster.Id));

    /// <summary>The login nodes, in whatever state.</summary>
    public static ResourceSet<ComputeInstance> LoginNodes(this Environment environment) =>
        environment.Nodes().Where(i => i.Role == NodeRole.Login);

    /// <summary>The login pools' node groups.</summary>
    public static ResourceSet<NodeGroup> LoginGroups(this Environment environment) =>
        environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterLogin);

    /// <summary>The groups that new Workbench hosts come from: login pools that an entry hop serves, or all of them where it serves none.</summary>
    public static ResourceSet<NodeGroup> WorkbenchGroups(this Environment environment)
    {
        var all = environment.LoginGroups();
        var served = all.Where(g => environment.EntryHops.Any(h => h.IsFedBy(g) || environment.LoginNodes().Any(i => i.Pool.Is(p => g.Pool == p) && h.Serves(i))));
        return served.Members.Count == 0 ? all : served;
    }

    /// <summary>The running hosts of the groups that run Workbench.</summary>
    public static ResourceSet<ComputeInstance> WorkbenchHosts(this Environment environment)
    {
        var running = environment.LoginNodes().Where(i => i.IsRunning);
        var groups = environment.WorkbenchGroups();
        return groups is { Members.Count: 0, Unlisted: null } ? running : running.Where(i => groups.Any(g => i.Pool.Is(pool => g.Pool == pool)));
    }

    /// <summary>The VPCs that the cluster has nodes in; a gap where none could be told.</summary>
    public static Fact<Items<Ref<Vpc>>> Vpcs(this Environment environment)
    {
        var nodes = environment.Nodes();
        var vpcs = nodes.Members.Where(m => m.Doubt is null).Select(m => m.Item.Vpc).Where(v => v is { IsKnown: true, Value: not null })
            .Select(v => v.Value!.Value).ToList();
        var head = environment.Resolve(environment.Cluster.HeadNodeSubnet).Then(s => s.Vpc);
        if (head.IsKnown) vpcs.Add(head.Value);
        if (vpcs.Count > 0) return new(vpcs.Distinct().OrderBy(v => v.Id, StringComparer.Ordinal).ToItems(), Evidence.Derived);
        return new(nodes.Unlisted ?? head.Gap ?? Gap.NeverRead);
    }
}
