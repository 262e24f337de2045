namespace Scanner.Model;

/// <summary>What Workbench's hosts need of Slurm, and Slurm of its accounting database.</summary>
public static class ControllerConnections
{
    /// <summary>ParallelCluster's slurmdbd listens at the first, and slurmctld at the others, among which clients choose.</summary>
    private static readonly int[] s_ports = [.. Enumerable.Range(6819, 11)];

    /// <summary>From each Workbench host, and each group that new ones come from, to the controller: by its own word (node facts), else by the network.</summary>
    public static Connections ToController(this Environment environment)
    {
        var heads = environment.HeadNodes().Where(n => n.IsRunning);
        var hosts = environment.WorkbenchHosts();
        // one of its nodes that has tried tells for those to come; one that could not may have troubles of its own
        Truth Told(NodeGroup group) => hosts.Any(h => h.Pool.Is(pool => group.Pool == pool) && h.ReachesSlurmController) is { IsTrue: true } told ? told : default;
        var all = hosts.SelectMany(h => Each(environment, heads, h, h.Id, h.ReachesSlurmController))
            .Union(environment.WorkbenchGroups().SelectMany(g => Each(environment, heads, g, g.Label, Told(g), MayTell(hosts, g))));
        return new(all);
    }

    /// <summary>Why a host that reaches the controller may be one of a group's; null where that can be told.</summary>
    private static Gap? MayTell(ResourceSet<ComputeInstance> hosts, NodeGroup group) => hosts.Members.Select(m => m.Item)
        .Where(h => h.ReachesSlurmController.IsTrue).Select(h => h.Pool.Gap ?? group.Pool.Gap).FirstOrDefault(gap => gap is not null);

    /// <summary>From the head nodes, and the group that the next one comes from, to a database.</summary>
    public static Connections FromHead(this Environment environment, Database database)
    {
        Connection Of(NetworkEndpoint from, string label) => Connection.Of(environment, from, label, database, database.Label, database.Port);
        return new(environment.HeadNodes().Where(n => n.IsRunning).SelectMany(h => ResourceSet<Connection>.Of(Of(h, $"head node {h.Id}")))
            .Union(environment.HeadGroups().SelectMany(g => ResourceSet<Connection>.Of(Of(g, g.Label)))));
    }

    private static ResourceSet<Connection> Each(Environment environment, ResourceSet<ComputeInstance> heads, NetworkEndpoint from, string label, Truth told, Gap? doubt = null)
    {
        if (heads is { Members.Count: 0, Unlisted: null } || (heads.Unlisted is not null && !told.IsUnknown))
            return ResourceSet<Connection>.Of(Connection.Unseen(label, "the controller", Unseen(environment)) with { Told = told });
        return heads.SelectMany(head => new ResourceSet<Connection>([.. s_ports.Select(port => new Member<Connection>(Of(environment, from, label, head, port, told), told.IsUnknown ? doubt : null))], null));
    }

    private static Connection Of(Environment environment, NetworkEndpoint from, string label, ComputeInstance head, int port, Truth told) =>
        Connection.Of(environment, from, label, head, $"head node {head.Id}", port) with { Told = told };

    private static Gap Unseen(Environment environment) => new(environment.Cluster.Scope, nameof(ComputeInstance), "slurm.controllerReachable", GapCause.Hidden,
        "no running head node was seen, and whether Slurm's controller answers only a Workbench host tells", new(RemedyKind.Probe, "every Workbench host"));
}
