namespace Scanner.Model;

/// <summary>Which route of a table takes a packet to one address.</summary>
internal static class RouteChoice
{
    /// <summary>The routes with the longest matching prefix: usually one, none where nothing matches.</summary>
    public static IReadOnlyList<Route> For(IEnumerable<Route> routes, UInt128 address, bool isIpv6)
    {
        var matching = routes.Where(r => r.Destination is { } d && d.IsIpv6 == isIpv6 && d.First <= address && address <= d.Last).ToList();
        // what a VPN gateway propagates never takes the VPC's own addresses away from it, however specific
        if (matching.Exists(IsLocal)) matching.RemoveAll(r => r.TargetKind is RouteTargetKind.VpnGateway);
        if (matching.Count == 0) return [];
        var longest = matching.Max(r => r.Destination!.Value.Prefix);
        var best = matching.FindAll(r => r.Destination!.Value.Prefix == longest);
        return best.Find(IsLocal) is { } local ? [local] : best;
    }

    /// <summary>Routes to prefix lists, whose blocks are not collected, that might be more specific than the chosen one.</summary>
    /// <remarks>
    /// Those to VPC endpoints are left out: gateway endpoints list only the public addresses of AWS services. Inside the VPC only
    /// appliances and NAT gateways may be more specific than <c>local</c>.
    /// </remarks>
    public static IEnumerable<Route> Lists(IEnumerable<Route> routes, IReadOnlyList<Route> chosen) => routes.Where(r =>
        r.PrefixList is not null && r.TargetKind is not RouteTargetKind.VpcEndpoint
        && (chosen is not [var one] || !IsLocal(one)
            || r.TargetKind is RouteTargetKind.NetworkInterface or RouteTargetKind.NatGateway or RouteTargetKind.Other));

    private static bool IsLocal(Route route) => route.TargetKind is RouteTargetKind.Local;
}
