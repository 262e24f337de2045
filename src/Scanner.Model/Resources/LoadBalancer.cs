namespace Scanner.Model;

/// <summary>A load balancer (elasticloadbalancing:DescribeLoadBalancers, DescribeListeners, DescribeRules, DescribeTags).</summary>
public sealed class LoadBalancer : Resource
{
    internal LoadBalancer() { }

    public Fact<LoadBalancerType> Type { get; internal init; }

    /// <summary><c>internet-facing</c> or <c>internal</c>.</summary>
    public Fact<string> Scheme { get; internal init; }

    public Fact<string> DnsName { get; internal init; }

    /// <summary>The state's code: <c>active</c>, <c>provisioning</c>, <c>active_impaired</c>, <c>failed</c>.</summary>
    public Fact<string> State { get; internal init; }

    /// <summary><c>ipv4</c>, <c>dualstack</c> or <c>dualstack-without-public-ipv4</c>.</summary>
    public Fact<string> IpAddressType { get; internal init; }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    public Fact<Items<string>> AvailabilityZones { get; internal init; }

    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    /// <summary>Its listeners with their default actions.</summary>
    public Fact<Items<Listener>> Listeners { get; internal init; }

    /// <summary>The rules of its listeners, default ones included; a gap where those of some listener could not be read.</summary>
    public Fact<Items<ListenerRule>> ListenerRules { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
