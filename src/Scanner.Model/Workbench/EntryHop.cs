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

    public string Label => $"{LoadBalancer.Label}:{Listener.Port} → {TargetGroup.Label}";

    /// <summary>Whether a client's requests go to the same host (catalogue of load balancer types: cookie on ALB, source address on NLB).</summary>
    public Truth IsSticky => Stickiness.Of(this);

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
