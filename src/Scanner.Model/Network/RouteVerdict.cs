namespace Scanner.Model;

/// <summary>Whether a route leads to where the traffic wants to go. What is beyond the VPC and its peers is not collected, and so unknown.</summary>
internal sealed class RouteVerdict(Peerings peerings)
{
    private static readonly List<Cidr> s_private =
    [
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "fc00::/7" }.Select(c => Cidr.Parse(c)!.Value),
    ];

    /// <summary>The blocks that the internet does not carry.</summary>
    public static IReadOnlyList<Cidr> Private => s_private;

    /// <summary>To a place that the scan sees.</summary>
    public Leg Within(Route? route, string table, Placement from, Placement to, bool isIpv6, Truth sameVpc)
    {
        var leg = Of(route, table, to.Of(isIpv6), active => active.TargetKind switch
        {
            RouteTargetKind.Local => sameVpc,
            RouteTargetKind.VpcPeering => peerings.Joins(active.Target, from, to),
            // a private address is never reached over the internet; a public one may be what the name leads to
            RouteTargetKind.InternetGateway or RouteTargetKind.EgressOnlyInternetGateway or RouteTargetKind.NatGateway
                when !isIpv6 && to.HasPublicAddress.IsFalse => false,
            _ => Unfollowed(active),
        });
        return sameVpc.IsFalse && leg.Answer.IsFalse ? ToAnother(leg, table, from, to, isIpv6) : leg;
    }

    /// <summary>A route into another VPC needs something that joins the two first.</summary>
    private Leg ToAnother(Leg leg, string table, Placement from, Placement to, bool isIpv6)
    {
        var between = peerings.Between(from, to);
        if (!between.IsKnown || !from.Vpc.IsKnown || !to.Vpc.IsKnown) return leg;
        var route = $"a route to {to.Of(isIpv6).Text} in {table}";
        return between.Value is { } peering ? leg with { Fix = $"add {route} by {peering.Id}" }
            : leg with { Text = $"{leg.Text}; no active peering joins {from.Vpc.Value.Id} and {to.Vpc.Value.Id}", Fix = $"join {from.Vpc.Value.Id} and {to.Vpc.Value.Id} by a VPC peering (or a transit gateway), and add {route} by it" };
    }

    /// <summary>To an address that moves: neither the VPC's own route nor a peering leads there, only one to an interface of the file system.</summary>
    public static Leg Floating(Route? route, string table, Addresses to, FloatingAddress floats)
    {
        var leg = Of(route, table, to, active => active.TargetKind is RouteTargetKind.TransitGateway or RouteTargetKind.VpnGateway or RouteTargetKind.Other
            ? Unfollowed(active) : floats.Follows(active, table));
        return leg.Fix is null ? leg : leg with { Fix = $"add {table} to the route tables of {floats.Owner}" };
    }

    /// <summary>To a block outside, or for the answers to a client there.</summary>
    public Leg Outward(Route? route, string table, Placement from, Addresses to, bool isReturn)
    {
        var leg = Of(route, table, to, active => active.TargetKind switch
        {
            RouteTargetKind.Local =>
                Truth.Unknown(NetworkGap.Hidden(to.Text, $"who has {to.Text} inside the VPC is not followed: name the host instead")),
            RouteTargetKind.InternetGateway => IsPublic(to),
            RouteTargetKind.VpcPeering => peerings.LeadsOut(active.Target, to),
            RouteTargetKind.EgressOnlyInternetGateway or RouteTargetKind.NatGateway when isReturn => false,
            _ => Unfollowed(active),
        });
        var needsPublicAddress = route is { TargetKind: RouteTargetKind.InternetGateway } && !to.IsIpv6;
        if (!needsPublicAddress || leg.Answer.IsFalse || from.HasPublicAddress.IsTrue) return leg;
        return from.HasPublicAddress.IsFalse
            ? new(false, from.Owner, $"has no public address for {route!.Target}", $"give {from.Owner} a public address")
            : new(from.HasPublicAddress, from.Owner, "whether it has a public address was not read");
    }

    /// <summary>Whether none of the addresses is private, so that the internet carries them.</summary>
    public static Truth IsPublic(Addresses addresses) =>
        !addresses.CoveredBy(s_private, () => NetworkGap.Undecidable(addresses.Text, $"only some of {addresses.Text} are private addresses"));

    private static Leg Of(Route? route, string table, Addresses to, Func<Route, Truth> leads)
    {
        var fix = $"add a route to {to.Text} in {table}";
        if (route is null) return new(false, table, $"has no route to {to.Text}", fix);
        if (!route.IsActive)
            return new(false, table, $"routes {to.Text} into a black hole ({route.Target})", $"replace the black hole route to {Destination(route)} in {table}");
        var text = $"routes {to.Text} to {route.Target}";
        var answer = leads(route);
        return answer.IsFalse ? new(answer, table, text + ", which does not lead there", fix) : new(answer, table, text);
    }

    private static string Destination(Route route) => route.Destination?.ToString() ?? route.PrefixList ?? route.Target;

    private static Truth Unfollowed(Route route) => Truth.Unknown(NetworkGap.NotCollected(route.Target, route.TargetKind switch
    {
        RouteTargetKind.TransitGateway => "ec2:SearchTransitGatewayRoutes",
        RouteTargetKind.VpnGateway => "ec2:DescribeVpnGateways",
        RouteTargetKind.NatGateway => "ec2:DescribeNatGateways",
        RouteTargetKind.VpcEndpoint => "ec2:DescribeVpcEndpoints",
        _ => "its target",
    }));
}
