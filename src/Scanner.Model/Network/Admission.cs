namespace Scanner.Model;

/// <summary>Whom the security groups of an endpoint let in. Routes and network ACLs are credited as no protection: they serve whole subnets.</summary>
internal sealed class Admission
{
    private static readonly string[] s_everywhere = ["0.0.0.0/0", "::/0"];

    private readonly Terrain _terrain;
    private readonly Memo<(string Group, SecurityGroupRule Rule), AdmittedPeer> _peers; // one each, so that sets of several endpoints' name them once

    public Admission(Terrain terrain, GroupHolders holders) => (_terrain, _peers) = (terrain, new(key => new(key.Group, key.Rule,
        terrain.RulesOf(new(key.Group), ingress: true).Value.First(r => r.Rule == key.Rule).Blocks, holders.Of(key.Rule))));

    /// <param name="layout">Where the endpoint is.</param>
    /// <param name="traffic">What is asked for; null for whatever is let in.</param>
    public ResourceSet<AdmittedPeer> To(Layout layout, Traffic? traffic)
    {
        var places = new List<Placement>();
        var unseen = Gather(layout, places);
        var peers = new List<Member<AdmittedPeer>>();
        foreach (var place in places) unseen ??= Ask(place, traffic, peers);
        var distinct = peers.OrderBy(p => p.Doubt is not null).DistinctBy(p => (p.Item.By, p.Item.Rule))
            .OrderBy(p => p.Item.By, StringComparer.Ordinal).ThenBy(p => p.Item.Rule.Peer, StringComparer.Ordinal).ThenBy(p => p.Item.Rule.FromPort);
        return new([.. distinct], unseen);
    }

    /// <summary>All places that it has or may have; of a proxy its own, because what stands behind is asked for by itself.</summary>
    private static Gap? Gather(Layout layout, List<Placement> places)
    {
        switch (layout)
        {
            case Layout.At at: places.Add(at.Place); return null;
            case Layout.Each each: return Gather(each.Parts, places);
            case Layout.OneOf one: return Gather(one.Parts, places);
            case Layout.Nearest near: return Gather(near.Parts, places);
            case Layout.Via via: return Gather(via.Front, places);
            case Layout.Perhaps maybe: return Gather(maybe.Part, places);
            case Layout.Settled settled: return settled.Trace.Answer.IsUnknown ? settled.Trace.Answer.Gap : null;
            default: throw new InvalidOperationException($"{layout.GetType().Name} is not evaluated");
        }
    }

    private static Gap? Gather(IEnumerable<Layout> parts, List<Placement> places)
    {
        Gap? unseen = null;
        foreach (var part in parts)
            if (Gather(part, places) is { } gap) unseen ??= gap;
        return unseen;
    }

    private Gap? Ask(Placement place, Traffic? traffic, List<Member<AdmittedPeer>> peers)
    {
        if (place.IsOutside) return NetworkGap.Hidden(place.Owner, $"whom {place.Owner} lets in cannot be seen: name the host instead");
        if (!place.Groups.IsKnown) return place.Groups.Gap;
        if (place.Groups.Value.IsEmpty && !place.MayLackGroups) return NetworkGap.Unsupported($"{place.Owner}, which names no security group,");
        if (place.Groups.Value.IsEmpty) peers.AddRange(s_everywhere.Select(block => Anybody(place.Owner, block)));
        Gap? unread = null;
        foreach (var group in place.Groups.Value)
        {
            var rules = _terrain.RulesOf(group, ingress: true);
            if (!rules.IsKnown) unread ??= rules.Gap;
            else peers.AddRange(rules.Value.Select(rule => Peer(group.Id, rule, traffic)).OfType<Member<AdmittedPeer>>());
        }
        return unread;
    }

    /// <summary>Null where the rule is surely about other traffic; in doubt where that cannot be told.</summary>
    private Member<AdmittedPeer>? Peer(string group, AdmittingRule rule, Traffic? traffic)
    {
        var matches = traffic?.Matches(rule.Rule.Protocol, rule.Rule.FromPort, rule.Rule.ToPort) ?? true;
        return matches.IsFalse ? null : new(_peers[(group, rule.Rule)], matches.IsUnknown ? matches.Gap : null);
    }

    private static Member<AdmittedPeer> Anybody(string owner, string block) =>
        new(new(owner, new("-1", null, null, PeerKind.Cidr, block, null), new(new Items<Cidr>([Cidr.Parse(block)!.Value]), Evidence.Derived), new([], null)), null);
}
