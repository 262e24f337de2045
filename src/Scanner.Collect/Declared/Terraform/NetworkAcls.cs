using System.Globalization;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Network ACLs, with the rules and associations that are resources of their own.</summary>
internal static class NetworkAcls
{
    private static readonly Cidr s_everywhere = Cidr.Parse("0.0.0.0/0")!.Value;

    private static readonly bool[] s_directions = [false, true];

    public static void Observe(Observer observer)
    {
        foreach (var acl in observer.Each<NetworkAcl>("aws_network_acl")) observer.Observe(acl, Map(observer, acl), ("vpc", "vpc_id"), ("subnets", "subnet_ids"), ("entries", "ingress"));
    }

    private static NetworkAcl Map(Observer observer, Reading acl) => new()
    {
        Id = observer.Id(acl),
        Key = acl.Key(),
        Name = acl.NameTag(),
        Vpc = acl.Map(a => acl.Need<Vpc>(a, "vpc_id")),
        Subnets = acl.Items(a => Subnets(observer, acl, a)),
        Entries = acl.Items(a => Entries(observer, acl, a)),
    };

    private static IEnumerable<Ref<Subnet>> Subnets(Observer observer, Reading acl, Attributes attributes)
    {
        var own = acl.IsDefault(attributes, "subnet_ids") ? [] : acl.Many<Subnet>(attributes, "subnet_ids");
        var more = observer.Parts<NetworkAcl>("aws_network_acl_association", "network_acl_id", observer.Id(acl))
            .Select(m => m.Need<Subnet>(m.Resource.Values, "subnet_id"));
        return own.Concat(more).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>The last word, which Terraform does not tell, denies everything in every ACL.</summary>
    private static IEnumerable<NetworkAclEntry> Entries(Observer observer, Reading acl, Attributes attributes)
    {
        if (acl.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell the entries of a network ACL");
        var own = s_directions.SelectMany(egress => Own(acl, attributes, egress ? "egress" : "ingress").Select(e => Of(e, egress, "rule_no", "action")));
        var more = observer.Parts<NetworkAcl>("aws_network_acl_rule", "network_acl_id", observer.Id(acl))
            .Select(r => Of(r.Resource.Values, r.Resource.Values.NeedSwitch("egress"), "rule_number", "rule_action"));
        var last = s_directions.Select(egress => new NetworkAclEntry(32767, egress, "-1", null, null, s_everywhere, false));
        return own.Concat(more).Concat(last).Distinct().OrderBy(e => e.IsEgress).ThenBy(e => e.RuleNumber).ThenBy(e => e.ToString(), StringComparer.Ordinal).ToList();
    }

    private static IReadOnlyList<Attributes> Own(Reading acl, Attributes attributes, string direction) => acl.IsDefault(attributes, direction) ? [] : attributes.Blocks(direction);

    private static NetworkAclEntry Of(Attributes entry, bool isEgress, string number, string action)
    {
        var protocol = Protocol(entry.Need("protocol"));
        var hasPorts = protocol is "6" or "17";
        return new(entry.NeedNumber(number), isEgress, protocol, hasPorts ? entry.NeedNumber("from_port") : null, hasPorts ? entry.NeedNumber("to_port") : null,
            Cidr.Parse(entry.Filled("cidr_block") ?? entry.Need("ipv6_cidr_block")) ?? throw entry.Absent("cidr_block"), entry.Need(action) == "allow");
    }

    private static string Protocol(string name) => name.ToLowerInvariant() switch
    {
        "all" or "-1" => "-1",
        "tcp" => "6",
        "udp" => "17",
        "icmp" => "1",
        "icmpv6" or "ipv6-icmp" => "58",
        var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) => number,
        var other => throw UnsaidException.Absent($"the number of protocol {OneLine.Of(other)}"),
    };
}
