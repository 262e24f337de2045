namespace Scanner.Model;

/// <summary>A way in for users: a load balancer's listener that forwards to a target group which serves Workbench hosts.</summary>
public sealed class EntryHop : ISubject, IShown
{
    internal EntryHop(LoadBalancer loadBalancer, TargetGroup targetGroup, Listener listener, Items<Items<Forward>> actions) =>
        (LoadBalancer, TargetGroup, Listener, Actions) = (loadBalancer, targetGroup, listener, actions);

    public LoadBalancer LoadBalancer { get; }

    public TargetGroup TargetGroup { get; }

    public Listener Listener { get; }

    /// <summary>The listener's actions that lead here, each with all its forwards.</summary>
    public Items<Items<Forward>> Actions { get; }

    public string Id => TargetGroup.Id;

    public string Key => $"{LoadBalancer.Key}:{Listener.Port}/{TargetGroup.Key}";

    [MessageOnly]
    public string Label => $"{LoadBalancer.Label}:{Listener.Port} → {TargetGroup.Label}";

    /// <summary>The key of the Ingress that the AWS Load Balancer Controller made the load balancer for; null where no tag names one.</summary>
    internal string? IngressKey => LoadBalancer.Tags is { IsKnown: true, Value: var tags } && tags["ingress.k8s.aws/stack"] is { } stack ? $"{nameof(Ingress)}/ingresses.networking.k8s.io/{stack}" : null;

    /// <summary>Whether a client's requests go to the same host (catalogue of load balancer types: cookie on ALB, source address on NLB).</summary>
    public Truth IsSticky => Stickiness.Of(this);

    /// <summary>Whether the group's Auto Scaling group registers new nodes here.</summary>
    public Truth IsFedBy(NodeGroup group) => group.TargetGroups.Is(groups => groups.Contains(new(TargetGroup.Id)));

    /// <summary>Whether a host is registered here, by its instance id or an address, at any port but SSH's.</summary>
    public Truth Serves(ComputeInstance host) => TargetGroup.Registered.Is(targets => targets.Any(t => t.Port != 22 && IsTarget(t.Id, host)));

    /// <summary>Whether a host is registered here at any port but SSH's, and gets traffic.</summary>
    public Truth ServesHealthy(ComputeInstance host) =>
        TargetGroup.Targets.Is(targets => targets.Any(t => t.State == "healthy" && t.Port != 22 && IsTarget(t.Id, host)));

    /// <summary>Whether a pod is registered here by an address of its own.</summary>
    public Truth Serves(Pod pod) => TargetGroup.Registered.Is(targets => targets.Any(t => pod.HasAddress(t.Id)));

    /// <summary>Whether a pod is registered here by an address of its own, and gets traffic.</summary>
    public Truth ServesHealthy(Pod pod) => TargetGroup.Targets.Is(targets => targets.Any(t => t.State == "healthy" && pod.HasAddress(t.Id)));

    /// <summary>Whether it leads to an installation: a pod or a node port of it is registered here, or the controller registers them.</summary>
    public Truth LeadsTo(Installation installation) => installation.Pods.Any(Serves)
        || TargetGroup.Registered.Is(targets => targets.Any(t => installation.Services.Any(s => s.IsAtNodePort(t)) && installation.Environment.Of<KubeNode>().Any(n => n.IsTarget(t))))
        || installation.Environment.Of<TargetGroupBinding>().Any(b => b.Binds(TargetGroup)
            && installation.Services.Any(s => b.Namespace.Is(space => s.Namespace == space) && b.Service.Is(name => s.Name == name)));

    internal static Truth IsTarget(string target, ComputeInstance host)
    {
        if (target == host.Id) return Truth.Of(true, Evidence.Derived);
        if (Cidr.Parse(target) is not { } address) return Truth.Of(false, Evidence.Derived);
        return host.PrivateIps.Is(ips => ips.Any(ip => Cidr.Parse(ip) == address)) || host.Ipv6Addresses.Is(ips => ips.Any(ip => Cidr.Parse(ip) == address));
    }

    /// <summary>The registered targets that are in one of the given states.</summary>
    public Fact<Items<Target>> TargetsIn(Items<string> states) => TargetGroup.Targets.Map(targets => targets.Where(t => states.Contains(t.State)));

    string IShown.Show() => Label;

    public override string ToString() => Label;
}
