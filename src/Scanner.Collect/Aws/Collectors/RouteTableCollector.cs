using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeRouteTables.</summary>
internal sealed class RouteTableCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var tables = await scope.Shared.RouteTables(cancellationToken);
        sink.Cover<RouteTable>(tables.Evidence, tables.Gap);
        foreach (var table in tables.Items) sink.Observe(table.Evidence, Map(table));
    }

    private static RouteTable Map(Answer<Ec2.RouteTable> table)
    {
        var (id, tags) = (table.Value!.RouteTableId, AwsTags.Of(table.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = table.Optional(_ => tags["Name"]),
            Vpc = table.Map(t => Refs.Need<Vpc>(t.VpcId)),
            IsMain = table.Truth(t => Wire.List(t.Associations).Any(a => IsThere(a) && Wire.Need(a.Main))),
            Subnets = table.Items(t => Refs.Many<Subnet>(Wire.List(t.Associations).Where(a => IsThere(a) && a.SubnetId is { Length: > 0 }).Select(a => a.SubnetId))),
            Routes = table.Some(t => t.Routes?.Select(Map)),
        };
    }

    private static bool IsThere(Ec2.RouteTableAssociation association) => association.AssociationState?.State?.Value is null or "associated" or "associating";

    private static Route Map(Ec2.Route route)
    {
        var (target, kind) = Target(route);
        var block = route.DestinationCidrBlock is { Length: > 0 } ipv4 ? ipv4 : route.DestinationIpv6CidrBlock;
        var list = route.DestinationPrefixListId is { Length: > 0 } id ? id : null;
        return new(list is null ? Blocks.Need(block, "Routes.DestinationCidrBlock") : null, list, target, kind, Wire.Need(route.State?.Value) == "active");
    }

    private static (string, RouteTargetKind) Target(Ec2.Route route) =>
        route.NatGatewayId is { Length: > 0 } nat ? (nat, RouteTargetKind.NatGateway)
        : route.TransitGatewayId is { Length: > 0 } transit ? (transit, RouteTargetKind.TransitGateway)
        : route.VpcPeeringConnectionId is { Length: > 0 } peering ? (peering, RouteTargetKind.VpcPeering)
        : route.EgressOnlyInternetGatewayId is { Length: > 0 } egress ? (egress, RouteTargetKind.EgressOnlyInternetGateway)
        : route.NetworkInterfaceId is { Length: > 0 } card ? (card, RouteTargetKind.NetworkInterface)
        : route.GatewayId is { Length: > 0 } gateway ? (gateway, Gateway(gateway))
        : (route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.OdbNetworkArn ?? Wire.Need(route.InstanceId, "Routes.GatewayId"), RouteTargetKind.Other);

    private static RouteTargetKind Gateway(string id) => id switch
    {
        "local" => RouteTargetKind.Local,
        _ when id.StartsWith("igw-", StringComparison.Ordinal) => RouteTargetKind.InternetGateway,
        _ when id.StartsWith("vgw-", StringComparison.Ordinal) => RouteTargetKind.VpnGateway,
        _ when id.StartsWith("vpce-", StringComparison.Ordinal) => RouteTargetKind.VpcEndpoint,
        _ => RouteTargetKind.Other,
    };
}
