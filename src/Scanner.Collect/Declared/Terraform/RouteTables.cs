using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Route tables, with the routes and associations that are resources of their own.</summary>
internal static class RouteTables
{
    private static readonly (string Attribute, RouteTargetKind Kind)[] s_targets =
    [
        ("nat_gateway_id", RouteTargetKind.NatGateway),
        ("transit_gateway_id", RouteTargetKind.TransitGateway),
        ("vpc_peering_connection_id", RouteTargetKind.VpcPeering),
        ("egress_only_gateway_id", RouteTargetKind.EgressOnlyInternetGateway),
        ("network_interface_id", RouteTargetKind.NetworkInterface),
        ("vpc_endpoint_id", RouteTargetKind.VpcEndpoint),
        ("gateway_id", RouteTargetKind.InternetGateway),
        ("local_gateway_id", RouteTargetKind.Other),
        ("carrier_gateway_id", RouteTargetKind.Other),
        ("core_network_arn", RouteTargetKind.Other),
    ];

    public static void Observe(Observer observer)
    {
        foreach (var table in observer.Each<RouteTable>("aws_route_table")) observer.Observe(table, Map(observer, table), ("vpc", "vpc_id"), ("routes", "route"));
    }

    private static RouteTable Map(Observer observer, Reading table) => new()
    {
        Id = observer.Id(table),
        Key = table.Key(),
        Name = table.NameTag(),
        Vpc = table.Map(a => table.Need<Vpc>(a, "vpc_id")),
        IsMain = table.Truth(_ => IsMain(observer, table)),
        Subnets = table.Items(_ => Subnets(observer, table)),
        Routes = table.Items(a => Routes(observer, table, a)),
    };

    /// <summary>AWS makes a VPC with a main table of its own; another becomes it by an association.</summary>
    private static bool IsMain(Observer observer, Reading table)
    {
        if (table.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell whether a route table is the main one");
        return table.Resource.Type == "aws_default_route_table"
            || observer.Parts<RouteTable>("aws_main_route_table_association", "route_table_id", observer.Id(table)).Any();
    }

    private static IEnumerable<Ref<Subnet>> Subnets(Observer observer, Reading table)
    {
        if (table.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell every subnet of a route table");
        return observer.Parts<RouteTable>("aws_route_table_association", "route_table_id", observer.Id(table))
            .Select(m => m.Maybe<Subnet>(m.Resource.Values, "subnet_id")).OfType<Ref<Subnet>>().Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>A route within the VPC, which Terraform does not tell, is in every table.</summary>
    private static IEnumerable<Route> Routes(Observer observer, Reading table, Attributes attributes)
    {
        if (table.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell every route");
        var local = Vpc(observer, table).Select(block => new Route(block, null, "local", RouteTargetKind.Local, true));
        var own = table.IsDefault(attributes, "route") ? [] : attributes.Blocks("route").Select(r => Of(table, r, "cidr_block", "ipv6_cidr_block"));
        var more = observer.Parts<RouteTable>("aws_route", "route_table_id", observer.Id(table))
            .Select(r => Of(r, r.Resource.Values, "destination_cidr_block", "destination_ipv6_cidr_block"));
        return local.Concat(own).Concat(more).Distinct().OrderBy(r => r.ToString(), StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<Cidr> Vpc(Observer observer, Reading table)
    {
        var id = table.Need<Vpc>(table.Resource.Values, "vpc_id").Id;
        var vpc = observer.Find<Vpc>("aws_vpc", id) ?? throw UnsaidException.NeverSaid($"VPC {OneLine.Of(id)} is not declared in these files");
        return Networks.Blocks(observer, vpc);
    }

    private static Route Of(Reading reading, Attributes route, string ipv4, string ipv6)
    {
        var list = route.Filled("destination_prefix_list_id");
        var block = list is not null ? null : route.Filled(ipv4) ?? route.Need(ipv6);
        var (target, kind) = Target(reading, route);
        return new(block is null ? null : Cidr.Parse(block) ?? throw route.Absent(ipv4), list, target, kind, !route.Has("state") || route.IsUnknown("state") || route.Filled("state") is null or "active");
    }

    private static (string, RouteTargetKind) Target(Reading reading, Attributes route)
    {
        foreach (var (attribute, kind) in s_targets)
        {
            if (!route.Has(attribute)) continue;
            // which of them will be there says what the route leads to, if not yet its id
            if (route.IsUnknown(attribute) && !route.IsLeftOut(attribute)) return Written(reading, route, attribute, kind);
            if (!route.IsUnknown(attribute) && route.Filled(attribute) is { } id) return (id, kind is RouteTargetKind.InternetGateway ? Gateway(id) : kind);
        }
        throw route.Absent("gateway_id");
    }

    private static (string, RouteTargetKind) Written(Reading reading, Attributes route, string attribute, RouteTargetKind kind)
    {
        var type = kind switch
        {
            RouteTargetKind.NatGateway => "aws_nat_gateway",
            RouteTargetKind.InternetGateway => "aws_internet_gateway",
            RouteTargetKind.VpcPeering => "aws_vpc_peering_connection",
            RouteTargetKind.EgressOnlyInternetGateway => "aws_egress_only_internet_gateway",
            RouteTargetKind.NetworkInterface => "aws_network_interface",
            _ => throw UnsaidException.AfterApply(route.Join(attribute)),
        };
        return (reading.IdOf(reading.Target(route, attribute, type)), kind);
    }

    private static RouteTargetKind Gateway(string id) => id switch
    {
        "local" => RouteTargetKind.Local,
        _ when id.StartsWith("igw-", StringComparison.Ordinal) => RouteTargetKind.InternetGateway,
        _ when id.StartsWith("vgw-", StringComparison.Ordinal) => RouteTargetKind.VpnGateway,
        _ when id.StartsWith("vpce-", StringComparison.Ordinal) => RouteTargetKind.VpcEndpoint,
        _ => RouteTargetKind.Other,
    };
}
