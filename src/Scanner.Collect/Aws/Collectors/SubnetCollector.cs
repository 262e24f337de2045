using Amazon.EC2.Model;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Subnet = Scanner.Model.Subnet;
using Vpc = Scanner.Model.Vpc;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeSubnets.</summary>
internal sealed class SubnetCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var subnets = await scope.Probe<Subnet>().List("ec2:DescribeSubnets",
            (token, stop) => scope.Clients.Ec2.DescribeSubnetsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.Subnets, subnet => subnet.SubnetId, cancellationToken);
        sink.Cover<Subnet>(subnets.Evidence, subnets.Gap);
        foreach (var subnet in subnets.Items) sink.Observe(subnet.Evidence, Map(subnet));
    }

    private static Subnet Map(Answer<Amazon.EC2.Model.Subnet> subnet)
    {
        var (id, tags) = (subnet.Value!.SubnetId, AwsTags.Of(subnet.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = subnet.Optional(_ => tags["Name"]),
            Vpc = subnet.Map(s => Refs.Need<Vpc>(s.VpcId)),
            AvailabilityZone = subnet.Field(s => s.AvailabilityZone),
            AvailabilityZoneId = subnet.Optional(s => s.AvailabilityZoneId),
            // an IPv6-only subnet has no IPv4 block
            Cidr = subnet.Optional(s => s.CidrBlock is { Length: > 0 } ? Blocks.Need(s.CidrBlock) : (Cidr?)null),
            Ipv6Cidrs = subnet.Items(s => s.Ipv6CidrBlockAssociationSet?.Where(IsThere).Select(a => Blocks.Need(a.Ipv6CidrBlock))),
            MapsPublicIp = subnet.Truth(s => s.MapPublicIpOnLaunch),
            Tags = subnet.Map(_ => tags),
        };
    }

    private static bool IsThere(SubnetIpv6CidrBlockAssociation block) => Wire.Need(block.Ipv6CidrBlockState?.State?.Value) is "associated" or "associating";
}
