using Scanner.Model;
using Classic = Amazon.ElasticLoadBalancing.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>A classic load balancer in the terms of the later ones.</summary>
internal static class ClassicLoadBalancers
{
    public static string Id(string name, AwsScope scope) => scope.Arn("elasticloadbalancing", $"loadbalancer/{name}");

    public static string Key(string name) => $"loadbalancer/{name}";

    /// <summary>The listeners that name both of their ports; one that does not makes the balancer's own listeners a gap.</summary>
    public static IEnumerable<Classic.Listener> Listeners(Answer<Classic.LoadBalancerDescription> balancer) =>
        (balancer.Value!.ListenerDescriptions ?? []).Select(d => d.Listener).Where(l => l is { LoadBalancerPort: not null, InstancePort: not null })
            .DistinctBy(l => l.LoadBalancerPort);

    public static LoadBalancer Map(Answer<Classic.LoadBalancerDescription> balancer, AwsScope scope)
    {
        var name = balancer.Value!.LoadBalancerName;
        return new()
        {
            Id = Id(name, scope),
            Key = Key(name),
            Name = balancer.Optional(_ => (string?)name),
            Type = balancer.Map(_ => LoadBalancerType.Classic),
            Scheme = balancer.Field(b => b.Scheme),
            DnsName = balancer.Field(b => b.DNSName),
            State = balancer.Map(_ => "active"), // it has no states: what is listed works
            IpAddressType = balancer.Map(_ => "ipv4"), // the only one it has
            Vpc = balancer.Map(b => Refs.Need<Vpc>(b.VPCId)),
            AvailabilityZones = balancer.Items(b => Wire.List(b.AvailabilityZones).Order(StringComparer.Ordinal)),
            Subnets = balancer.Items(b => Refs.Many<Subnet>(Wire.List(b.Subnets))),
            SecurityGroups = balancer.Items(b => Refs.Many<SecurityGroup>(Wire.List(b.SecurityGroups))),
            Listeners = balancer.Items(b => Wire.List(b.ListenerDescriptions).Select(d => Map(Wire.Need(d.Listener), name, scope))),
            ListenerRules = balancer.Items(b => Wire.List(b.ListenerDescriptions).Select(d => DefaultRule(Map(Wire.Need(d.Listener), name, scope)))),
        };
    }

    private static Listener Map(Classic.Listener listener, string name, AwsScope scope)
    {
        var port = Wire.Need(listener.LoadBalancerPort);
        Wire.Need(listener.InstancePort); // without it there is no target group to lead to
        return new($"{Id(name, scope)}/listener/{port}", port, Wire.Need(listener.Protocol), [new(new(ClassicTargetGroups.Id(name, port, scope)), null, false)]);
    }

    private static ListenerRule DefaultRule(Listener listener) => new(listener.Id, true, [], [], listener.Forwards);
}
