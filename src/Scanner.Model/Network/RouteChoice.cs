namespace Scanner.Model;

/// <summary>Which route of a table takes a packet to one address.</summary>
internal static class RouteChoice
{
    /// <summary>The routes with the longest matching prefix: usually one, none where nothing matches.</summary>
    /// <remarks>Where blocks of several prefix lists overlap, AWS chooses at random, so that all of them are in question.</remarks>
    public static IReadOnlyList<Route> For(IEnumerable<Route> routes, UInt128 address, bool isIpv6)
    {
        var matching = routes.Where(r => r.Destination is { } d && d.IsIpv6 == isIpv6 && d.First <= address && address <= d.Last).ToList();
        // what a VPN gateway propagates never takes the VPC's own addresses away from it, however specific
        if (matching.Exists(IsLocal)) matching.RemoveAll(r => r.TargetKind is RouteTargetKind.VpnGateway || (r.PrefixList is not null && !MayOverrideLocal(r)));
        if (matching.Count == 0) return [];
        var longest = matching.Max(r => r.Destination!.Value.Prefix);
        var best = matching.FindAll(r => r.Destination!.Value.Prefix == longest);
        if (best.Find(IsLocal) is { } local) return [local];
        // a static route to the same block comes first; a VPN gateway's may be a propagated one, which does not
        if (best.Exists(r => r.PrefixList is null && r.TargetKind is not RouteTargetKind.VpnGateway)) best.RemoveAll(r => r.PrefixList is not null);
        return best[0].PrefixList is null ? best : [.. best, .. matching.Where(r => r.PrefixList is not null && r.PrefixList != best[0].PrefixList && !best.Contains(r))];
    }

    /// <summary>Routes to prefix lists whose blocks were not read, that might be more specific than the chosen one.</summary>
    /// <remarks>
    /// Those to VPC endpoints are left out: gateway endpoints list only the public addresses of AWS services. Inside the VPC only
    /// appliances and NAT gateways may be more specific than <c>local</c>.
    /// </remarks>
    public static IEnumerable<Route> Lists(IEnumerable<Route> routes, IReadOnlyList<Route> chosen) => routes.Where(r =>
        r is { PrefixList: not null, Destination: null, TargetKind: not RouteTargetKind.VpcEndpoint }
        && (chosen is not [var one] || !IsLocal(one) || MayOverrideLocal(r)));

    private static bool MayOverrideLocal(Route route) =>
        route.TargetKind is RouteTargetKind.NetworkInterface or RouteTargetKind.NatGateway or RouteTargetKind.Other;

    private static bool IsLocal(Route route) => route.TargetKind is RouteTargetKind.Local;
}
