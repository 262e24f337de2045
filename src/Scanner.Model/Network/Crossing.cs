namespace Scanner.Model;

/// <summary>Whether traffic gets from one place to another: routes, network ACLs and security groups, for each address family.</summary>
internal sealed class Crossing(Terrain terrain)
{
    private static readonly bool[] s_families = [false, true]; // whether IPv6

    private readonly RouteLegs _routes = new(terrain);
    private readonly AclLegs _acls = new(terrain);
    private readonly SecurityGroupLegs _groups = new(terrain);

    /// <summary>One family that both sides have is enough.</summary>
    public Trace Over(Placement from, Placement to, Traffic traffic)
    {
        if (from.IsOutside && to.IsOutside) return Trace.Of(Beyond(from, to));
        var families = s_families.Select(v6 => (IsIpv6: v6, Shared: from.Of(v6).Present & to.Of(v6).Present)).Where(f => !f.Shared.IsFalse).ToList();
        return families.Count == 0
            ? Trace.Of(new(false, to.Owner, $"{from.Owner} and {to.Owner} have no address family in common"))
            : Trace.Any(families.Select(f => In(f.IsIpv6, f.Shared, from, to, traffic)));
    }

    private Trace In(bool isIpv6, Truth shared, Placement from, Placement to, Traffic traffic)
    {
        var legs = Legs(isIpv6, from, to, traffic);
        if (shared.IsUnknown) legs.Add(new(shared, to.Owner, $"whether both sides have an {(isIpv6 ? "IPv6" : "IPv4")} address was not read"));
        return Trace.Along(legs);
    }

    private List<Leg> Legs(bool isIpv6, Placement from, Placement to, Traffic traffic)
    {
        if (from.IsOutside) return Inward(isIpv6, from, to, traffic);
        if (to.IsOutside) return Outward(isIpv6, from, to, traffic);
        var sameVpc = SameVpc(from, to);
        if (!to.ResolvesPublicly.IsFalse) return [Publicly(to, to.ResolvesPublicly)];
        // from another VPC a public name leads to the public address, where neither the client's address nor its groups are seen
        if (!isIpv6 && !sameVpc.IsTrue && !to.HasPublicAddress.IsFalse) return [Publicly(to, sameVpc)];
        return
        [
            .. BetweenSubnets(isIpv6, from, to, traffic, sameVpc),
            _groups.Of(from, to, isIpv6, traffic, ingress: false, sameVpc),
            _groups.Of(to, from, isIpv6, traffic, ingress: true, sameVpc),
        ];
    }

    /// <summary>Within a subnet neither the router nor the network ACL sees the traffic.</summary>
    private List<Leg> BetweenSubnets(bool isIpv6, Placement from, Placement to, Traffic traffic, Truth sameVpc)
    {
        Fact<Ref<Subnet>> here = from.SubnetRef!.Value, there = to.SubnetRef!.Value;
        if (!here.IsKnown) return [new(Truth.Unknown(here.Source), from.Owner, "its subnet was not read")];
        if (!there.IsKnown) return [new(Truth.Unknown(there.Source), to.Owner, "its subnet was not read")];
        if (here.Value == there.Value) return to.Floats is null ? [] : [_routes.ToFloating(from, to, isIpv6)];
        var legs = new List<Leg> { to.Floats is null ? _routes.To(from, to, isIpv6, sameVpc) : _routes.ToFloating(from, to, isIpv6) };
        if (sameVpc.IsFalse) legs.Add(_routes.To(to, from, isIpv6, sameVpc, isReturn: true));
        legs.Add(_acls.Of(from, to.Of(isIpv6), traffic, egress: true, answers: false));
        legs.Add(_acls.Of(to, from.Of(isIpv6), traffic, egress: false, answers: false));
        legs.Add(_acls.Of(to, from.Of(isIpv6), traffic, egress: true, answers: true));
        legs.Add(_acls.Of(from, to.Of(isIpv6), traffic, egress: false, answers: true));
        return legs;
    }

    private List<Leg> Inward(bool isIpv6, Placement from, Placement to, Traffic traffic) =>
    [
        _routes.Outside(to, from, isIpv6, isReturn: true),
        _acls.Of(to, from.Of(isIpv6), traffic, egress: false, answers: false),
        _acls.Of(to, from.Of(isIpv6), traffic, egress: true, answers: true),
        _groups.Of(to, from, isIpv6, traffic, ingress: true, sameVpc: false),
    ];

    private List<Leg> Outward(bool isIpv6, Placement from, Placement to, Traffic traffic) =>
    [
        _routes.Outside(from, to, isIpv6, isReturn: false),
        _acls.Of(from, to.Of(isIpv6), traffic, egress: true, answers: false),
        _acls.Of(from, to.Of(isIpv6), traffic, egress: false, answers: true),
        _groups.Of(from, to, isIpv6, traffic, ingress: false, sameVpc: false),
    ];

    private static Leg Publicly(Placement to, Truth decides)
    {
        var gap = NetworkGap.Hidden(to.Owner, $"the name of {to.Owner} may lead to public addresses: the way out to the internet and back is not followed");
        return new(decides.IsUnknown ? decides : Truth.Unknown(gap), to.Owner, "is perhaps reached by public addresses");
    }

    private static Leg Beyond(Placement from, Placement to) =>
        new(Truth.Unknown(NetworkGap.Hidden(to.Owner, $"{from.Owner} and {to.Owner} are both outside of what is scanned")), to.Owner, "is outside");

    private static Truth SameVpc(Placement from, Placement to)
    {
        if (from.SubnetRef is { IsKnown: true } here && to.SubnetRef is { IsKnown: true } there && here.Value == there.Value) return true;
        return from.Vpc.IsKnown ? to.Vpc.Is(vpc => vpc == from.Vpc.Value) : Truth.Unknown(from.Vpc.Source);
    }
}
