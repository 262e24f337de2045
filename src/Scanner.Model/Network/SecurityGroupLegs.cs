namespace Scanner.Model;

/// <summary>Whether the security groups of a place, taken together, admit traffic to or from a peer. They are stateful: answers pass.</summary>
internal sealed class SecurityGroupLegs(Terrain terrain)
{
    public Leg Of(Placement place, Placement peer, bool isIpv6, Traffic traffic, bool ingress, Truth sameVpc)
    {
        if (!place.Groups.IsKnown) return new(Truth.Unknown(place.Groups.Source), place.Owner, "its security groups were not read");
        var groups = place.Groups.Value;
        if (groups.IsEmpty) return place.MayLackGroups
            ? new(true, place.Owner, "has no security group and takes anything")
            : new(Truth.Unknown(NetworkGap.Unsupported($"{place.Owner}, which names no security group,")), place.Owner, "names no security group");
        return Decide(groups, place, peer, peer.Of(isIpv6), traffic, ingress, sameVpc);
    }

    private Leg Decide(Items<Ref<SecurityGroup>> groups, Placement place, Placement peer, Addresses addresses, Traffic traffic, bool ingress, Truth sameVpc)
    {
        var blocks = new List<Cidr>();
        var doubts = new List<(Ref<SecurityGroup> Group, Truth Why)>();
        var what = $"{(ingress ? "ingress" : "egress")} {traffic.Text()} {(ingress ? "from" : "to")} ";
        var groupsCount = sameVpc || (peer.IsOutside ? (Truth)false : terrain.Peerings.ShareGroups(place, peer));
        foreach (var group in groups)
        {
            var (answer, by) = Ask(group, peer, addresses, traffic, ingress, blocks, groupsCount);
            if (answer.IsTrue) return new(true, group.Id, $"allows {what}{by}");
            if (answer.IsUnknown) doubts.Add((group, answer));
        }
        var first = groups[0].Id;
        var covered = addresses.CoveredBy(blocks, () => NetworkGap.Undecidable(first, $"{groups} allows {what}only part of {addresses.Text}"));
        if (covered.IsTrue) return new(true, first, $"allows {what}{addresses.Text}");
        if (doubts.Count > 0) return new(doubts[0].Why, doubts[0].Group.Id, $"whether it allows {what}{addresses.Text} is not known");
        if (covered.IsUnknown) return new(covered, first, $"allows {what}only part of {addresses.Text}");
        var name = Name(peer, addresses, sameVpc);
        var none = groups.Count > 1 ? $"none of {groups}" : "has no rule that";
        return new(false, first, $"{none} allows {what}{name}", $"allow {what}{name} on {first}");
    }

    /// <summary>Whether one group surely admits the peer by a rule on groups, or may; the blocks that it admits are gathered.</summary>
    private (Truth Answer, string By) Ask(
        Ref<SecurityGroup> group, Placement peer, Addresses addresses, Traffic traffic, bool ingress, List<Cidr> blocks, Truth groupsCount)
    {
        var rules = terrain.RulesOf(group, ingress);
        if (!rules.IsKnown) return (Truth.Unknown(rules.Source), "");
        Truth any = false;
        foreach (var rule in rules.Value)
        {
            var matches = traffic.Matches(rule.Rule.Protocol, rule.Rule.FromPort, rule.Rule.ToPort);
            if (matches.IsFalse) continue;
            if (matches.IsTrue && rule is { Rule.PeerKind: not PeerKind.SecurityGroup, Blocks.IsKnown: true }) blocks.AddRange(rule.Blocks.Value);
            else any |= matches & Admits(rule, peer, addresses, groupsCount);
            if (any.IsTrue) return (any, rule.Rule.Peer);
        }
        return (any, "");
    }

    private Truth Admits(AdmittingRule rule, Placement peer, Addresses addresses, Truth groupsCount) => rule.Rule.PeerKind is PeerKind.SecurityGroup
        ? HasGroup(peer, addresses, rule.Rule, groupsCount)
        : rule.Blocks.Is(blocks => addresses.CoveredBy([.. blocks],
            () => NetworkGap.Undecidable(rule.Rule.Peer, $"{rule.Rule.Peer} is only part of {addresses.Text}")));

    private Truth HasGroup(Placement peer, Addresses addresses, SecurityGroupRule rule, Truth groupsCount)
    {
        if (peer.IsOutside) return Inside(addresses, rule.Peer);
        if (!peer.Groups.IsKnown) return Truth.Unknown(peer.Groups.Source);
        if (peer.Groups.Value.Contains(new Ref<SecurityGroup>(rule.Peer))) return groupsCount;
        return rule.PeerAccount is { } account && !terrain.Scanned(account)
            ? Truth.Unknown(NetworkGap.Hidden(rule.Peer, $"{rule.Peer} belongs to account {account}, which is not part of the scan")) : false;
    }

    /// <summary>Public addresses are never a group's members; who has a private or an IPv6 one may be.</summary>
    private static Truth Inside(Addresses addresses, string group)
    {
        var gap = NetworkGap.Hidden(group, $"whether {addresses.Text} are members of {group} is not followed: name the host instead");
        return !addresses.IsIpv6 && RouteVerdict.IsPublic(addresses).IsTrue ? false : Truth.Unknown(gap);
    }

    /// <summary>A group reference is the smaller change, and survives new addresses; it surely works within a VPC.</summary>
    private static string Name(Placement peer, Addresses addresses, Truth sameVpc) =>
        sameVpc.IsTrue && peer.Groups is { IsKnown: true, Value: { IsEmpty: false } groups } ? groups[0].Id : addresses.Text;
}
