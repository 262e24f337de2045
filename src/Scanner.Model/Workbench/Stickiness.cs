namespace Scanner.Model;

/// <summary>Whether an entry hop keeps a client with one host.</summary>
internal static class Stickiness
{
    public static Truth Of(EntryHop hop) => hop.LoadBalancer.Type.Is(type => type switch
    {
        LoadBalancerType.Application => hop.TargetGroup.IsStickinessEnabled
            && hop.TargetGroup.StickinessType.Is(t => t is "lb_cookie" or "app_cookie") && ActionKeepsGroup(hop),
        LoadBalancerType.Network => hop.TargetGroup.IsStickinessEnabled
            && hop.TargetGroup.StickinessType.Is(t => t == "source_ip") && ListenerAllowsSourceIp(hop),
        LoadBalancerType.Classic => hop.TargetGroup.IsStickinessEnabled,
        _ => Truth.Unknown(Unsupported(hop, $"a {type} load balancer")),
    });

    /// <summary>With several weighted target groups, a cookie of one group does not hold a client in that group.</summary>
    private static Truth ActionKeepsGroup(EntryHop hop) =>
        Truth.Of(hop.Actions.AsEnumerable().All(a => a.Where(f => f.Weight is null or > 0).Count <= 1 || a.Any(f => f.GroupStickiness).IsTrue), Evidence.Derived);

    private static Truth ListenerAllowsSourceIp(EntryHop hop) => hop.Listener.Protocol != "TLS"
        ? Truth.Of(true, Evidence.Derived)
        : Truth.Unknown(Unsupported(hop, "source-address stickiness behind a TLS listener"));

    private static Gap Unsupported(EntryHop hop, string what) => new(hop.TargetGroup.Scope, nameof(TargetGroup), what, GapCause.Undecidable,
        $"whether {hop.TargetGroup.Label} is sticky cannot be told for {what}", new(RemedyKind.Attestation, $"stickiness of {hop.TargetGroup.Label}"));
}
