namespace Scanner.Model;

/// <summary>The hosts and node groups of an environment: of a ParallelCluster by their tags, of none by what they run.</summary>
public static class ClusterHosts
{
    /// <summary>All instances of the environment's ParallelCluster, whatever their state; outside clusters, the hosts of Workbench and of Slurm.</summary>
    public static ResourceSet<ComputeInstance> Nodes(this Environment environment) =>
        environment.IsKubernetes ? new([], null) : environment.IsOnHosts ? environment.HostsOutsideClusters.Union(SlurmHosts.Of(environment)) : environment.Of<ComputeInstance>().Where(i => i.Cluster.Is(c => c?.Id == environment.Cluster.Id));

    /// <summary>The login nodes, in whatever state.</summary>
    public static ResourceSet<ComputeInstance> LoginNodes(this Environment environment) =>
        environment.IsOnHosts ? new([], null) : environment.Nodes().Where(i => i.Role == NodeRole.Login);

    /// <summary>The login pools' node groups.</summary>
    public static ResourceSet<NodeGroup> LoginGroups(this Environment environment) =>
        environment.IsKubernetes || environment.IsOnHosts ? new([], null)
            : environment.Of<NodeGroup>().Where(g => g.Cluster.Is(c => c?.Id == environment.Cluster.Id) && g.Provisioner == Provisioner.ParallelClusterLogin);

    /// <summary>The pods of Workbench's servers in a Kubernetes cluster that run; none in an environment of another kind.</summary>
    public static ResourceSet<Pod> WorkbenchPods(this Environment environment) => environment.Installations.SelectMany(i => i.Pods.Where(pod => pod.IsRunning));

    /// <summary>The groups that new Workbench hosts come from: login pools that an entry hop serves, or all of them where it serves none.</summary>
    public static ResourceSet<NodeGroup> WorkbenchGroups(this Environment environment)
    {
        var all = environment.LoginGroups();
        var served = all.Where(g => environment.EntryHops.Any(h => h.IsFedBy(g) || environment.LoginNodes().Any(i => i.Pool.Is(p => g.Pool == p) && h.Serves(i))));
        return served.Members.Count == 0 ? all : served;
    }

    /// <summary>The running hosts that run Workbench.</summary>
    public static ResourceSet<ComputeInstance> WorkbenchHosts(this Environment environment) => environment.WorkbenchNodes().Where(i => HostStates.IsRunning(environment, i));

    /// <summary>The running hosts on which, by their own word, Workbench is active, whether they are named for its hosts or not; of those that told nothing, others may be.</summary>
    public static ResourceSet<ComputeInstance> ToldWorkbenchHosts(this Environment environment)
    {
        var active = environment.Of<WorkbenchServer>().Members.Select(m => m.Item).Where(s => s.IsServerActive.IsTrue && s.Host is { IsKnown: true, Value: not null }).Select(s => s.Host.Value!.Value.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. environment.Nodes().Members.Where(m => m.Doubt is null && active.Contains(m.Item.Id) && m.Item.IsRunning.IsTrue)], null);
    }

    /// <summary>
    /// The nodes that run Workbench, in whatever state: those of the groups that do, and those that an entry serves. A node whose pool
    /// has no group is in doubt, since nothing tells what it is for.
    /// </summary>
    public static ResourceSet<ComputeInstance> WorkbenchNodes(this Environment environment)
    {
        if (environment.IsOnHosts) return environment.HostsOutsideClusters;
        var nodes = environment.LoginNodes();
        var all = environment.LoginGroups();
        var groups = environment.WorkbenchGroups();
        if (all is { Members.Count: 0, Unlisted: null }) return nodes.Where(MayHaveWorkbench);
        return nodes.Where(node => MayHaveWorkbench(node) && (groups.Any(g => node.Pool.Is(pool => g.Pool == pool)) || environment.EntryHops.Any(h => h.Serves(node))
            || (!all.Any(g => node.Pool.Is(pool => g.Pool == pool)) && Truth.Unknown(Poolless(node)))));
    }

    /// <summary>A node that says itself that it has no Workbench runs none; one that says nothing may.</summary>
    private static Truth MayHaveWorkbench(ComputeInstance node) => node.HasWorkbench is { IsFalse: true } without ? without : Truth.Of(true, Evidence.Derived);

    private static Gap Poolless(ComputeInstance node) => new(node.Scope, nameof(NodeGroup), node.Id, GapCause.Undecidable,
        $"login node {node.Id} belongs to no login pool that was seen, so whether it runs Workbench cannot be told", new(RemedyKind.Attestation, $"what {node.Id} is for"));

    /// <summary>The VPCs that the cluster has nodes in; a gap where none could be told.</summary>
    public static Fact<Items<Ref<Vpc>>> Vpcs(this Environment environment)
    {
        if (environment.IsKubernetes) return environment.EksCluster() is { IsKnown: true } eks ? eks.Then(c => c.Vpc).Map(vpc => new[] { vpc }.ToItems()) : environment.NodeVpcs();
        var nodes = environment.Nodes();
        var vpcs = nodes.Members.Where(m => m.Doubt is null).Select(m => m.Item.Vpc).Where(v => v is { IsKnown: true, Value: not null })
            .Select(v => v.Value!.Value).ToList();
        var head = environment.Resolve(environment.Cluster.HeadNodeSubnet).Then(s => s.Vpc);
        if (head.IsKnown) vpcs.Add(head.Value);
        if (vpcs.Count > 0) return new(vpcs.Distinct().OrderBy(v => v.Id, StringComparer.Ordinal).ToItems(), Evidence.Derived);
        return new(nodes.Unlisted ?? head.Gap ?? Gap.NeverRead);
    }
}
