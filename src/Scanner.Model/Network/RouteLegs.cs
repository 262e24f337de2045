namespace Scanner.Model;

/// <summary>Whether the route table of one place leads to another.</summary>
internal sealed class RouteLegs
{
    private readonly Terrain _terrain;
    private readonly RouteVerdict _verdict;

    public RouteLegs(Terrain terrain) => (_terrain, _verdict) = (terrain, new(terrain.Peerings));

    private delegate Leg Judge(Route? route, string table);

    /// <summary>From a place to another one.</summary>
    public Leg To(Placement from, Placement to, bool isIpv6, Truth sameVpc, bool isReturn = false) =>
        Lead(from, to.Of(isIpv6), isReturn, (route, table) => _verdict.Within(route, table, from, to, isIpv6, sameVpc));

    /// <summary>From a place to an address that moves.</summary>
    public Leg ToFloating(Placement from, Placement to, bool isIpv6) =>
        Lead(from, to.Of(isIpv6), isReturn: false, (route, table) => RouteVerdict.Floating(route, table, to.Of(isIpv6), to.Floats!));

    /// <summary>From a place to a block outside; where that block is the client, the way its answers take.</summary>
    public Leg Outside(Placement from, Placement block, bool isIpv6, bool isReturn) =>
        Lead(from, block.Of(isIpv6), isReturn, (route, table) => _verdict.Outward(route, table, from, block.Of(isIpv6), isReturn));

    private Leg Lead(Placement from, Addresses to, bool isReturn, Judge judge)
    {
        var direction = isReturn ? " for the answers" : "";
        var table = _terrain.TableOf(from.SubnetRef!.Value);
        if (!table.IsKnown) return new(Truth.Unknown(table.Source), from.Owner, $"which route table applies{direction} was not read");
        var routes = _terrain.RoutesOf(table.Value);
        if (!routes.IsKnown) return new(Truth.Unknown(routes.Source), table.Value.Id, "its routes were not read");
        var leg = Decide(table.Value.Id, routes.Value, to, judge);
        return leg with { Text = leg.Text + direction };
    }

    /// <summary>Decided where every address fares alike.</summary>
    private Leg Decide(string table, Items<Route> routes, Addresses to, Judge judge)
    {
        Leg? passes = null, stops = null, open = null;
        foreach (var address in to.Samples(routes.Where(r => r.Destination is not null).Select(r => r.Destination!.Value)))
        {
            var leg = At(table, routes, address, to.IsIpv6, judge);
            if (leg.Answer.IsTrue) passes ??= leg; else if (leg.Answer.IsFalse) stops ??= leg; else open ??= leg;
        }
        if (open is null && (passes is null || stops is null)) return passes ?? stops!;
        if (to.Unread is not null) return new(Truth.Unknown(to.Unread), table, $"whether it leads to {to.Text} depends on the address");
        if (stops is null) return open!;
        var text = $"{stops.Text}, for some of the addresses";
        return new(Truth.Unknown(NetworkGap.Undecidable(table, $"{table} {text}")), table, text);
    }

    private Leg At(string table, Items<Route> routes, UInt128 address, bool isIpv6, Judge judge)
    {
        var chosen = RouteChoice.For(routes, address, isIpv6);
        var leg = judge(chosen.Count > 0 ? chosen[0] : null, table);
        foreach (var other in chosen.Skip(1).Concat(RouteChoice.Lists(routes, chosen)))
        {
            var differs = judge(other, table).Answer is var answer && (answer.IsTrue != leg.Answer.IsTrue || answer.IsFalse != leg.Answer.IsFalse);
            if (differs) return new(Truth.Unknown(Rival(other, chosen)), table, $"may route by {other.PrefixList ?? other.Target}");
        }
        return leg;
    }

    private Source Rival(Route other, IReadOnlyList<Route> chosen) => other is { PrefixList: { } list, Destination: null }
        ? _terrain.EntriesOf(list).Source
        : NetworkGap.Undecidable(other.Target, $"routes to {chosen[0].Target} and {other.Target} have the same destination");
}
