using Scanner.Model;

namespace Scanner.Report.Graph;

/// <summary>Workbench's servers, Slurm's head node, and what sessions run on. Equal ones share a box.</summary>
internal sealed class HostBoxes(Model.Environment environment, NetworkNames names, bool runsWorkbench)
{
    public const string SessionPool = "Karpenter pool for sessions";

    private const int Most = 8;

    private readonly List<Box> _boxes = [];

    /// <summary>A cluster for jobs alone has login nodes, and no Workbench on them.</summary>
    private string Server => runsWorkbench ? "Workbench" : "login";

    public List<string> Notes { get; } = [];

    /// <summary>The boxes of those who run Workbench.</summary>
    public List<string> Servers { get; } = [];

    /// <summary>The head nodes' boxes.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>The boxes of what sessions and jobs run on.</summary>
    public List<string> Workers { get; } = [];

    public IReadOnlyList<Box> Make()
    {
        AddServers();
        AddSlurm();
        AddPools();
        return _boxes;
    }

    private void AddServers()
    {
        var hosts = environment.WorkbenchHosts();
        Add(Servers, "srv", Groups(hosts, h => $"{Shown.Of(h.InstanceType)} {Shown.Of(h.Subnet)} {Shown.Of(h.Pool)} {Shown.Of(h.SecurityGroups)}").Select(g => HostGroup(Server, "server", g)), $"{Server} servers");
        foreach (var pods in environment.Installations.Members.Select(m => m.Item).OrderBy(i => i.Key, StringComparer.Ordinal))
            Add(Servers, "pod", Groups(pods.Pods, p => NodeText(p)).Select(g => PodGroup(pods, g)), "Workbench pods");
        if (hosts.Members.Count == 0 && !environment.IsKubernetes)
            Add(Servers, "pool", environment.WorkbenchGroups().Members.OrderBy(m => m.Item.Key, StringComparer.Ordinal).Select(m => GroupOf("login pool", [m])), "login pools");
        var unlisted = environment.IsKubernetes ? environment.Installations.Unlisted ?? environment.WorkbenchPods().Unlisted : hosts.Unlisted;
        if (unlisted is { } gap || Servers.Count == 0) _boxes.Add(Missing.Box("servers", BoxColumn.Hosts, Server, Servers.Count == 0 ? "servers" : "more servers", unlisted ?? Gap.NeverRead));
    }

    private void AddSlurm()
    {
        if (environment.IsKubernetes) return;
        Add(Heads, "head", Groups(environment.HeadNodes().Where(n => n.IsRunning), h => $"{Shown.Of(h.InstanceType)} {Shown.Of(h.Subnet)}").Select(g => HostGroup("Slurm head node", "head node", g)), "head nodes");
        var queues = environment.SessionGroups();
        Add(Workers, "queue", Groups(queues, q => $"{Shown.Of(q.Pool)} {Shown.Of(q.InstanceTypes)} {Shown.Of(q.Subnets)} {Shown.Of(q.SecurityGroups)}").Select(g => GroupOf("Slurm queue", g)), "queues");
        if (queues.Members.Count == 0) Add(Workers, "node", Groups(environment.ComputeNodes(), n => $"{Shown.Of(n.InstanceType)} {Shown.Of(n.Subnet)}").Select(g => HostGroup("compute", "node", g)), "compute nodes");
        if (queues.Unlisted is { } gap) _boxes.Add(Missing.Box("queues", BoxColumn.Hosts, "Slurm", "more queues", gap));
    }

    private void AddPools()
    {
        if (!environment.IsKubernetes) return;
        var pools = environment.SessionPools();
        Add(Workers, "kpool", Groups(pools, p => p.Id).Select(g => GroupOf(SessionPool, g)), "session pools");
        Add(Workers, "mng", Groups(environment.ManagedGroups(), p => p.Id).Select(g => GroupOf("managed node group", g)), "managed node groups");
        if (pools.Unlisted is { } gap) _boxes.Add(Missing.Box("pools", BoxColumn.Hosts, "sessions", "more session pools", gap));
    }

    /// <summary>The first boxes by name; what is over the limit is told, and not drawn.</summary>
    private void Add(List<string> kind, string prefix, IEnumerable<Box> boxes, string what)
    {
        var all = boxes.ToList();
        foreach (var box in all.Take(Most))
        {
            var named = box with { Id = $"{prefix}{_boxes.Count + 1}" };
            kind.Add(named.Id);
            _boxes.Add(named);
        }
        if (all.Count > Most) Notes.Add($"{all.Count - Most} more groups of {what} are not drawn: {Text.Words.Some([.. all.Skip(Most).Select(b => b.Title)], 10)}");
        if (all.Any(b => b.Members.Count > 1)) Notes.Add($"Equal {what} share a box.");
    }

    private static IEnumerable<IReadOnlyList<Member<T>>> Groups<T>(ResourceSet<T> set, Func<T, string> alike) where T : Resource => set.Members
        .OrderBy(m => m.Item.Id, StringComparer.Ordinal).GroupBy(m => (alike(m.Item), m.Doubt is null)).OrderBy(g => g.First().Item.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<Member<T>>)[.. g]);

    private Box HostGroup(string kind, string one, IReadOnlyList<Member<ComputeInstance>> hosts)
    {
        var first = hosts[0].Item;
        var box = new Box("", BoxColumn.Hosts, kind, hosts.Count == 1 ? $"{one} {first.Id}" : $"{hosts.Count} × {one}",
            [$"{hosts.Count} × {Shown.Of(first.InstanceType)}{(first.Pool is { IsKnown: true, Value: { } pool } ? $", pool {pool}" : "")}", .. hosts.Count == 1 ? (string[])[] : [Text.Words.Some([.. hosts.Select(h => h.Item.Id)], 2)]])
        {
            Members = [.. hosts.Select(h => h.Item)], Endpoints = [.. hosts.Select(h => (NetworkEndpoint)h.Item)], Doubt = hosts[0].Doubt is { } doubt ? Tables.CellText.Of(doubt) : null,
        };
        return names.Placed(box, first.Vpc, first.Subnet.Map(s => s is { } subnet ? new[] { subnet }.ToItems() : []));
    }

    private Box GroupOf(string kind, IReadOnlyList<Member<NodeGroup>> groups)
    {
        var first = groups[0].Item;
        var size = first.Provisioner is { IsKnown: true, Value: Provisioner.Karpenter or Provisioner.EksAuto } ? $"{environment.NodesOf(first).Members.Count} nodes now" : $"{Shown.Of(first.Min)} to {Shown.Of(first.Max)} nodes";
        var types = first.InstanceTypes is { IsKnown: true, Value: { IsEmpty: false } known } ? $" of {Text.Words.Some([.. known.AsEnumerable()], 2)}" : Running(first);
        var name = first.Pool is { IsKnown: true, Value: { } pool } && pool != first.Label ? $"{pool}, {first.Label}" : first.Label;
        var box = new Box("", BoxColumn.Hosts, kind, groups.Count == 1 ? name : $"{groups.Count} × {name}", [size + types])
        {
            Members = [.. groups.Select(g => g.Item)], Endpoints = [.. groups.Select(g => (NetworkEndpoint)g.Item)], Doubt = groups[0].Doubt is { } doubt ? Tables.CellText.Of(doubt) : null,
        };
        return names.Placed(box, new Fact<Ref<Vpc>?>((Ref<Vpc>?)null, Evidence.Derived), SubnetsOf(first));
    }

    /// <summary>The types of a pool's nodes, where it chooses among many.</summary>
    private string Running(NodeGroup pool)
    {
        var types = environment.NodesOf(pool).Members.Select(n => environment.InstanceOf(n.Item).Then(i => i.InstanceType)).Where(t => t.IsKnown).Select(t => t.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return types.Count == 0 ? "" : $", {Text.Words.Some(types, 2)}";
    }

    /// <summary>Karpenter's pools have subnets by their class.</summary>
    private Fact<Items<Ref<Subnet>>> SubnetsOf(NodeGroup group)
    {
        if (!environment.IsKubernetes) return group.Subnets;
        var found = environment.SubnetsOf(ResourceSet<NodeGroup>.Of(group));
        return found.Unlisted is { } gap ? new(gap) : new(found.Members.Select(m => new Ref<Subnet>(m.Item.Id)).ToItems(), Evidence.Derived);
    }

    private Box PodGroup(Installation installation, IReadOnlyList<Member<Pod>> pods)
    {
        var instances = pods.Select(p => environment.NodeOf(p.Item).Then(environment.InstanceOf)).ToList();
        var known = instances.Where(i => i.IsKnown).Select(i => i.Value).ToList();
        var box = new Box("", BoxColumn.Hosts, Server, $"{pods.Count} × {installation.Label}", [$"{Text.Words.Count(pods.Count, "pod")}, {pods.Count(p => p.Item.IsReady.IsTrue)} ready", NodeText(pods[0].Item)])
        {
            Members = [installation, installation.Server, .. pods.Select(p => p.Item)], Endpoints = [.. pods.Select(p => (NetworkEndpoint)p.Item)], Doubt = pods[0].Doubt is { } doubt ? Tables.CellText.Of(doubt) : null,
        };
        var subnets = instances.Select(i => i.Gap).FirstOrDefault(g => g is not null) is { } gap ? new Fact<Items<Ref<Subnet>>>(gap)
            : new(known.Select(i => i.Subnet).Where(s => s is { IsKnown: true, Value: not null }).Select(s => s.Value!.Value).ToItems(), Evidence.Derived);
        return names.Placed(box, known.Count > 0 ? known[0].Vpc : new Fact<Ref<Vpc>?>((Ref<Vpc>?)null, Evidence.Derived), subnets);
    }

    private string NodeText(Pod pod)
    {
        var node = environment.NodeOf(pod);
        if (!node.IsKnown) return $"on {Tables.CellText.Of(node.Gap!)}";
        var group = node.Value.ManagedNodeGroup is { IsKnown: true, Value: { } managed } ? $"node group {managed}" : node.Value.NodePool is { IsKnown: true, Value: { } pool } ? $"pool {pool}" : "nodes";
        return $"on {group}, {Shown.Of(environment.InstanceOf(node.Value).Then(i => i.InstanceType))}";
    }
}
