using Scanner.Model;
using Scanner.Model.Snapshots;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>elasticloadbalancing:DescribeLoadBalancers, and for each its listeners, rules and tags.</summary>
internal sealed class LoadBalancerCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var balancers = await scope.Probe<LoadBalancer>().List("elasticloadbalancing:DescribeLoadBalancers",
            (token, stop) => scope.Clients.Elb.DescribeLoadBalancersAsync(new() { Marker = token, PageSize = 400 }, stop),
            page => page.NextMarker, page => page.LoadBalancers, balancer => balancer.LoadBalancerArn, cancellationToken);
        sink.Cover<LoadBalancer>(balancers.Evidence, balancers.Gap);
        foreach (var balancer in balancers.Items) sink.Observe(balancer.Evidence, Map(balancer));
        var listeners = new Listeners(scope, sink);
        await Task.WhenAll(
        [
            .. balancers.Items.Select(b => listeners.Collect(b.Value!, cancellationToken)),
            LoadBalancingTags.Ask(scope.Probe<LoadBalancer>(), scope, [.. balancers.Items.Select(b => b.Value!.LoadBalancerArn)],
                (arn, answer, tags) => sink.Observe(answer, new LoadBalancer { Id = arn, Key = ResourceKey.OfLoadBalancing(arn), Tags = tags }), cancellationToken),
        ]);
    }

    private static LoadBalancer Map(Answer<Elb.LoadBalancer> balancer)
    {
        var arn = balancer.Value!.LoadBalancerArn;
        return new()
        {
            Id = arn,
            Key = ResourceKey.OfLoadBalancing(arn),
            Name = balancer.Optional(b => b.LoadBalancerName),
            Type = balancer.Field(b => Type(b.Type?.Value), "Type"),
            Scheme = balancer.Field(b => b.Scheme?.Value),
            DnsName = balancer.Field(b => b.DNSName),
            State = balancer.Field(b => b.State?.Code?.Value),
            IpAddressType = balancer.Field(b => b.IpAddressType?.Value),
            Vpc = balancer.Map(b => Refs.Need<Vpc>(b.VpcId)),
            AvailabilityZones = balancer.Some(b => b.AvailabilityZones?.Select(z => Wire.Need(z.ZoneName)).Order(StringComparer.Ordinal)),
            Subnets = balancer.Some(b => Refs.Many<Subnet>(b.AvailabilityZones?.Select(z => z.SubnetId)), "AvailabilityZones.SubnetId"),
            SecurityGroups = balancer.Items(b => Refs.Many<SecurityGroup>(b.SecurityGroups)),
        };
    }

    private static LoadBalancerType? Type(string? type) => type switch
    {
        "application" => LoadBalancerType.Application,
        "network" => LoadBalancerType.Network,
        "gateway" => LoadBalancerType.Gateway,
        _ => null,
    };
}
