namespace Scanner.Model;

/// <summary>A way in for users: a load balancer's listener that forwards to a target group which serves Workbench hosts.</summary>
public sealed class EntryHop : ISubject, IShown
{
    internal EntryHop(LoadBalancer loadBalancer, TargetGroup targetGroup, Listener listener, Items<Forward> action) =>
        (LoadBalancer, TargetGroup, Listener, Action) = (loadBalancer, targetGroup, listener, action);

    public LoadBalancer LoadBalancer { get; }

    public TargetGroup TargetGroup { get; }

    public Listener Listener { get; }

    /// <summary>All forwards of the listener's action that leads here.</summary>
    public Items<Forward> Action { get; }

    public string Id => TargetGroup.Id;

    public string Key => $"{LoadBalancer.Key}:{Listener.Port}/{TargetGroup.Key}";

    [MessageOnly]
    public string Label => $"{LoadBalancer.Label}:{Listener.Port} → {TargetGroup.Label}";

    /// <summary>Whether a client's requests go to the same host (catalogue of load balancer types: cookie on ALB, source address on NLB).</summary>
    public Truth IsSticky => Stickiness.Of(this);

    /// <summary>Whether the group's Auto Scaling group registers new nodes here.</summary>
    public Truth IsFedBy(NodeGroup group) => group.TargetGroups.Is(groups => groups.Contains(new(TargetGroup.Id)));

    /// <summary>Whether a host is registered here, by its instance id or an address.</summary>
    public Truth Serves(ComputeInstance host) => TargetGroup.Targets.Is(targets =>
        targets.Any(t => t.Id == host.Id || host.PrivateIps.Is(ips => ips.Contains(t.Id))));

    /// <summary>The registered targets that are in one of the given states.</summary>
    public Fact<Items<Target>> TargetsIn(Items<string> states) => TargetGroup.Targets.Map(targets => targets.Where(t => states.Contains(t.State)));

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
