using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Security groups, with the rules that are resources of their own.</summary>
internal static class SecurityGroups
{
    public static void Observe(Observer observer)
    {
        foreach (var group in observer.Each<SecurityGroup>("aws_security_group")) observer.Observe(group, Map(observer, group), ("vpc", "vpc_id"), ("ingress", "ingress"), ("egress", "egress"));
    }

    private static SecurityGroup Map(Observer observer, Reading group) => new()
    {
        Id = observer.Id(group),
        Key = group.Key(),
        Name = group.Map(a => a.Filled("name")),
        Vpc = group.Map(a => group.Need<Vpc>(a, "vpc_id")),
        Ingress = group.Items(_ => Rules(observer, group, "ingress")),
        Egress = group.Items(_ => Rules(observer, group, "egress")),
    };

    /// <summary>
    /// The provider tells all rules of a group that is there. One that is to be made has none but those that are declared: the provider
    /// takes away the egress rule that AWS gives to every new group.
    /// </summary>
    private static IEnumerable<SecurityGroupRule> Rules(Observer observer, Reading group, string direction)
    {
        if (group.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell the rules of a security group");
        var (id, types) = (observer.Id(group), new[] { "aws_security_group_rule", $"aws_vpc_security_group_{direction}_rule" });
        var single = types.SelectMany(t => observer.Parts<SecurityGroup>(t, "security_group_id", id)).ToList();
        // what the group has now is with it; of that, what the plan changes or takes away is no more
        var gone = single.Where(r => r.Resource.Before is not null).SelectMany(r => Of(r, r.Resource.Before!, direction, id))
            .Concat(types.SelectMany(t => Gone(observer, t)[id]).SelectMany(r => Of(r, r.Resource.Values, direction, id)))
            .ToHashSet();
        return Own(group, direction, id).Where(r => !gone.Contains(r)).Concat(single.SelectMany(r => Of(r, r.Resource.Values, direction, id)))
            .Distinct().OrderBy(r => r.ToString(), StringComparer.Ordinal).ToList();
    }

    private static ILookup<string?, Reading> Gone(Observer observer, string type) => observer.Once($"gone {type}", () =>
        observer.World.GoneOf(type).Select(observer.Read<SecurityGroup>).ToLookup(r => World.Known(r.Resource.Values, "security_group_id"), StringComparer.Ordinal));

    private static IEnumerable<SecurityGroupRule> Own(Reading group, string direction, string id)
    {
        var resource = group.Resource;
        var rules = !resource.Values.IsUnknown(direction) || !resource.Values.IsLeftOut(direction) ? resource.Values.Blocks(direction)
            : resource.IsNew || resource.Before is not { } before ? [] : before.Blocks(direction);
        return rules.SelectMany(r => Peers(group, r, id));
    }

    /// <summary>What a resource of its own says of one direction.</summary>
    public static IEnumerable<SecurityGroupRule> Of(Reading reading, Attributes rule, string direction, string group) =>
        TerraformTypes.Canonical(reading.Resource.Type) != "aws_security_group_rule" ? [Peer(reading, rule, group)]
        : rule.Need("type") == direction ? Peers(reading, rule, group) : [];

    /// <summary>One rule for each peer, as AWS has them.</summary>
    private static IEnumerable<SecurityGroupRule> Peers(Reading reading, Attributes rule, string self)
    {
        var (protocol, from, to) = Ports(rule, rule.Need("protocol"));
        SecurityGroupRule Rule(PeerKind kind, string peer) => new(protocol, from, to, kind, peer, null);

        foreach (var block in rule.AllTexts("cidr_blocks").Concat(rule.AllTexts("ipv6_cidr_blocks"))) yield return Rule(PeerKind.Cidr, block);
        foreach (var list in reading.Many<PrefixList>(rule, "prefix_list_ids")) yield return Rule(PeerKind.PrefixList, list.Id);
        if (rule.Has("security_groups"))
            foreach (var peer in reading.Many<SecurityGroup>(rule, "security_groups")) yield return Rule(PeerKind.SecurityGroup, Group(peer.Id));
        else if (!reading.IsDefault(rule, "source_security_group_id") && reading.Maybe<SecurityGroup>(rule, "source_security_group_id") is { } peer)
            yield return Rule(PeerKind.SecurityGroup, Group(peer.Id));
        if (rule.Switch("self") == true) yield return Rule(PeerKind.SecurityGroup, self);
    }

    private static SecurityGroupRule Peer(Reading reading, Attributes rule, string self)
    {
        var (protocol, from, to) = Ports(rule, rule.Need("ip_protocol"));
        var (kind, peer) = rule.Filled("cidr_ipv4") is { } ipv4 ? (PeerKind.Cidr, ipv4)
            : rule.Filled("cidr_ipv6") is { } ipv6 ? (PeerKind.Cidr, ipv6)
            : reading.Maybe<PrefixList>(rule, "prefix_list_id") is { } list ? (PeerKind.PrefixList, list.Id)
            : (PeerKind.SecurityGroup, reading.Need<SecurityGroup>(rule, "referenced_security_group_id").Id is var id && id == "self" ? self : Group(id));
        return new(protocol, from, to, kind, peer, null);
    }

    /// <summary>A group of another account is written with the account before it.</summary>
    private static string Group(string id) => id.StartsWith("declared://", StringComparison.Ordinal) ? id : id[(id.LastIndexOf('/') + 1)..];

    /// <summary>As live answers have them: no ports where all protocols are meant, and none for ICMP's "all types".</summary>
    private static (string Protocol, int? From, int? To) Ports(Attributes rule, string protocol) => protocol.ToLowerInvariant() switch
    {
        "-1" or "all" => ("-1", null, null),
        "tcp" or "6" => ("tcp", rule.NeedNumber("from_port"), rule.NeedNumber("to_port")),
        "udp" or "17" => ("udp", rule.NeedNumber("from_port"), rule.NeedNumber("to_port")),
        var other => (other == "1" ? "icmp" : other == "58" ? "icmpv6" : other, rule.Number("from_port") is { } from and not -1 ? from : null, rule.Number("to_port") is { } to and not -1 ? to : null),
    };
}
