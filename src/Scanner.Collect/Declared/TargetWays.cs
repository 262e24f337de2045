using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>How load balancers come to their targets, as one snapshot has it.</summary>
internal sealed class TargetWays
{
    private readonly ResourceGraph _graph;
    private readonly IReadOnlyList<string> _scopes;
    private readonly Dictionary<string, Model.Environment> _environments;
    private readonly Model.Environment _any;

    public TargetWays(Snapshot snapshot)
    {
        _graph = new(snapshot);
        _scopes = [.. snapshot.Coverage.Select(c => c.Scope).Concat(snapshot.Observations.Select(o => o.Evidence.Scope)).Where(s => !ScopeName.IsDeclared(s)).Distinct(StringComparer.Ordinal)];
        _environments = _graph.Of<Cluster>(_scopes).Members.Where(m => ScopeName.IsKubernetes(m.Item.Scope)).DistinctBy(m => m.Item.Scope)
            .ToDictionary(m => m.Item.Scope, m => new Model.Environment(_graph, m.Item, _scopes, Parameters.None), StringComparer.Ordinal);
        _any = _environments.Values.FirstOrDefault() ?? new(_graph, new Cluster { Id = "none", Key = "none" }, _scopes, Parameters.None);
    }

    public TargetGroup? Group(string id) => _graph.Find<TargetGroup>(id);

    public LoadBalancer? Balancer(string id) => _graph.Find<LoadBalancer>(id);

    /// <summary>The load balancers that send requests to a target group.</summary>
    public IEnumerable<string> BalancersOf(TargetGroup group) => _graph.Of<LoadBalancer>(_scopes).Members.Select(m => m.Item)
        .Where(b => Forwards(b).Any(f => f.TargetGroup.Id == group.Id) || group.LoadBalancers is { IsKnown: true, Value: var known } && known.Contains(new(b.Id))).Select(b => b.Id);

    /// <summary>The host or pod that a target is; null where that was not seen.</summary>
    public Resource? Behind(Target target) => _graph.Find<ComputeInstance>(target.Id) is { } host ? host
        : _graph.Of<Pod>(_scopes).Members.Select(m => m.Item).FirstOrDefault(p => p.HasAddress(target.Id).IsTrue) is { } pod ? pod
        : _graph.Of<ComputeInstance>(_scopes).Members.Select(m => m.Item).FirstOrDefault(h => EntryHop.IsTarget(target.Id, h).IsTrue);

    /// <summary>Whether a load balancer reaches what is behind a target.</summary>
    public Reachability Reach(LoadBalancer from, Resource to, int port) => to is Pod pod
        ? _environments.GetValueOrDefault(pod.Scope, _any).Network.CanReach(from, pod, "tcp", port) : _any.Network.CanReach(from, (ComputeInstance)to, "tcp", port);

    /// <summary>The port at which the Workbench there listens, by its configuration; null where it has none that was seen.</summary>
    public Fact<int>? PortOf(Resource behind) => behind is Pod pod
        ? _environments.GetValueOrDefault(pod.Scope) is { } of && of.Installations.Members.Select(m => m.Item).FirstOrDefault(i => i.Pods.Any(p => p.Id == pod.Id).IsTrue) is { } one ? new ConfiguredServer(one).Port : null
        : Servers(behind) is { Count: > 0 } own ? own.Select(s => new ConfiguredServer(s).Port).OrderBy(p => p.IsKnown).First() : null;

    /// <summary>Whether the network policies of a pod let in whom a load balancer is, at a port.</summary>
    public bool Admit(Pod pod, LoadBalancer from, int port)
    {
        var policies = _graph.Of<NetworkPolicy>(_scopes).Members.Select(m => m.Item).Where(p => MayConcern(p, pod)).ToList();
        return policies.Count == 0 || policies.Exists(p => p.Ingress is { IsKnown: true, Value: var rules } && rules.AsEnumerable().Any(r => Lets(r, from, port)));
    }

    /// <summary>The configuration of the host itself, else what files say of every host.</summary>
    private List<WorkbenchServer> Servers(Resource host) => _graph.Of<WorkbenchServer>(_scopes).Members.Select(m => m.Item).Where(s => s.Host is { IsKnown: true }).ToLookup(s => s.Host.Value?.Id) is var all && all[host.Id].Any()
        ? [.. all[host.Id]] : [.. all[null]];

    private static IEnumerable<Forward> Forwards(LoadBalancer balancer) =>
        (balancer.Listeners is { IsKnown: true, Value: var listeners } ? listeners.AsEnumerable().SelectMany(l => l.Forwards.AsEnumerable()) : [])
        .Concat(balancer.ListenerRules is { IsKnown: true, Value: var rules } ? rules.AsEnumerable().SelectMany(r => r.Forwards.AsEnumerable()) : []);

    private static bool MayConcern(NetworkPolicy policy, Pod pod) => !policy.Namespace.Is(space => pod.Namespace == space).IsFalse
        && !policy.Types.Is(types => types.Contains("Ingress")).IsFalse && !policy.Pods.Is(selector => pod.Labels.Is(labels => selector.Matches(labels))).IsFalse;

    /// <summary>Whoever is let in by addresses must have the load balancer's whole subnets among them.</summary>
    private bool Lets(NetworkPolicyRule rule, LoadBalancer from, int port)
    {
        var isAtPort = rule.Ports.IsEmpty || rule.Ports.AsEnumerable().Any(p => p.Protocol == "TCP" && (p.Port is null || (int.TryParse(p.Port, out var first) && port >= first && port <= (p.EndPort ?? first))));
        return isAtPort && (rule.Peers.IsEmpty || rule.Peers.AsEnumerable().Any(p => p.Cidr is { } text && Cidr.Parse(text) is { } block && p.Except.IsEmpty && HasAll(block, from)));
    }

    private bool HasAll(Cidr block, LoadBalancer from) => from.Subnets is { IsKnown: true, Value: { IsEmpty: false } subnets }
        && subnets.AsEnumerable().All(s => _graph.Find<Subnet>(s.Id)?.Cidr is { IsKnown: true, Value: { } own } && block.Contains(own));
}
