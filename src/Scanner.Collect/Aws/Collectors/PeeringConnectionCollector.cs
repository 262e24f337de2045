using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeVpcPeeringConnections.</summary>
internal sealed class PeeringConnectionCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var peerings = await scope.Probe<PeeringConnection>().List("ec2:DescribeVpcPeeringConnections",
            (token, stop) => scope.Clients.Ec2.DescribeVpcPeeringConnectionsAsync(new() { NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.VpcPeeringConnections, peering => peering.VpcPeeringConnectionId, cancellationToken);
        sink.Cover<PeeringConnection>(peerings.Evidence, peerings.Gap);
        foreach (var peering in peerings.Items) sink.Observe(peering.Evidence, Map(peering));
    }

    private static PeeringConnection Map(Answer<Ec2.VpcPeeringConnection> peering)
    {
        var (id, tags) = (peering.Value!.VpcPeeringConnectionId, AwsTags.Of(peering.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = peering.Optional(_ => tags["Name"]),
            Requester = peering.Map(p => Refs.Need<Vpc>(p.RequesterVpcInfo?.VpcId)),
            Accepter = peering.Map(p => Refs.Need<Vpc>(p.AccepterVpcInfo?.VpcId)),
            Status = peering.Field(p => p.Status?.Code?.Value),
            IsWithinRegion = peering.Truth(p => Wire.Need(p.RequesterVpcInfo?.Region) == Wire.Need(p.AccepterVpcInfo?.Region)),
            Tags = peering.Map(_ => tags),
        };
    }
}
