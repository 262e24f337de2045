using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>VPCs, subnets, peerings, prefix lists and network interfaces.</summary>
internal static class Networks
{
    public static void Observe(Observer observer)
    {
        foreach (var vpc in observer.Each<Vpc>("aws_vpc")) observer.Observe(vpc, Map(observer, vpc), ("cidrs", "cidr_block"), ("dnsHostnames", "enable_dns_hostnames"), ("dnsSupport", "enable_dns_support"), ("tags", "tags"));
        foreach (var subnet in observer.Each<Subnet>("aws_subnet"))
            observer.Observe(subnet, Subnet(observer, subnet), ("vpc", "vpc_id"), ("availabilityZone", "availability_zone"), ("cidr", "cidr_block"), ("mapsPublicIp", "map_public_ip_on_launch"), ("tags", "tags"));
        foreach (var peering in observer.Each<PeeringConnection>("aws_vpc_peering_connection"))
            observer.Observe(peering, Peering(observer, peering), ("requester", "vpc_id"), ("accepter", "peer_vpc_id"));
        foreach (var list in observer.Each<PrefixList>("aws_ec2_managed_prefix_list")) observer.Observe(list, List(observer, list), ("entries", "entry"));
        foreach (var card in observer.Each<NetworkInterface>("aws_network_interface"))
            observer.Observe(card, Card(observer, card), ("subnet", "subnet_id"), ("securityGroups", "security_groups"), ("privateIps", "private_ips"));
    }

    /// <summary>Of the address blocks that are associated by resources of their own, a data source does not tell.</summary>
    public static IEnumerable<Cidr> Blocks(Observer observer, Reading vpc)
    {
        var own = vpc.Resource.Values;
        if (vpc.Resource.IsData)
            return own.Blocks("cidr_block_associations").Where(b => b.Need("state") is "associated" or "associating").Select(b => Aws.Blocks.Need(b.Need("cidr_block"), "cidr_block")).ToList();
        var more = observer.Parts<Vpc>("aws_vpc_ipv4_cidr_block_association", "vpc_id", observer.Id(vpc));
        return more.Select(a => a.Resource.Values.Need("cidr_block")).Prepend(own.Need("cidr_block")).Select(b => Cidr.Parse(b) ?? throw own.Absent("cidr_block")).ToList();
    }

    private static Vpc Map(Observer observer, Reading vpc) => new()
    {
        Id = observer.Id(vpc),
        Key = vpc.Key(),
        Name = vpc.NameTag(),
        Cidrs = vpc.Items(_ => Blocks(observer, vpc)),
        Ipv6Cidrs = vpc.Items(a => HasNoIpv6(vpc, a) ? [] : Ipv6(a, "ipv6_cidr_block")),
        // the provider's defaults: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc
        DnsHostnames = vpc.Truth(a => !vpc.IsDefault(a, "enable_dns_hostnames") && a.NeedSwitch("enable_dns_hostnames")),
        DnsSupport = vpc.Truth(a => vpc.IsDefault(a, "enable_dns_support") || a.NeedSwitch("enable_dns_support")),
        Tags = vpc.Tags(),
    };

    /// <summary>A new VPC has such a block only if it asks for one, in one of these ways.</summary>
    private static bool HasNoIpv6(Reading vpc, Attributes attributes) => vpc.IsDefault(attributes, "ipv6_cidr_block") && attributes.IsLeftOut("ipv6_ipam_pool_id")
        && attributes.IsLeftOut("assign_generated_ipv6_cidr_block");

    private static Subnet Subnet(Observer observer, Reading subnet) => new()
    {
        Id = observer.Id(subnet),
        Key = subnet.Key(),
        Name = subnet.NameTag(),
        Vpc = subnet.Map(a => subnet.Need<Vpc>(a, "vpc_id")),
        AvailabilityZone = subnet.Map(a => a.Need("availability_zone")),
        AvailabilityZoneId = subnet.Map(a => a.Filled("availability_zone_id")),
        Cidr = subnet.Map(a => a.Filled("cidr_block") is { } block ? Cidr.Parse(block) ?? throw a.Absent("cidr_block") : (Cidr?)null),
        Ipv6Cidrs = subnet.Items(a => Ipv6(a, "ipv6_cidr_block")),
        MapsPublicIp = subnet.Truth(a => a.NeedSwitch("map_public_ip_on_launch")),
        Tags = subnet.Tags(),
    };

    private static IEnumerable<Cidr> Ipv6(Attributes attributes, string name) =>
        attributes.Filled(name) is { } block ? [Cidr.Parse(block) ?? throw attributes.Absent(name)] : [];

    private static PeeringConnection Peering(Observer observer, Reading peering) => new()
    {
        Id = observer.Id(peering),
        Key = peering.Key(),
        Name = peering.NameTag(),
        Requester = peering.Map(a => peering.Need<Vpc>(a, "vpc_id")),
        Accepter = peering.Map(a => peering.Need<Vpc>(a, "peer_vpc_id")),
        Status = peering.Map(a => a.Need(peering.Resource.IsData ? "status" : "accept_status")),
        Tags = peering.Tags(),
    };

    private static PrefixList List(Observer observer, Reading list) => new()
    {
        Id = observer.Id(list),
        Key = list.Key(),
        Name = list.Map(a => a.Filled("name")),
        IsAwsManaged = list.Truth(a => list.Resource.IsData && a.Need("owner_id") == "AWS"),
        Entries = list.Items(a => Entries(observer, list, a)),
    };

    private static IEnumerable<Cidr> Entries(Observer observer, Reading list, Attributes attributes)
    {
        // entries of a resource of their own are the list's only ones, as the provider allows no mixture
        var own = list.IsDefault(attributes, "entry") ? [] : list.Resource.IsData ? attributes.Blocks("entries") : attributes.Blocks("entry");
        var more = observer.Parts<PrefixList>("aws_ec2_managed_prefix_list_entry", "prefix_list_id", observer.Id(list));
        return own.Select(e => e.Need("cidr")).Concat(more.Select(e => e.Resource.Values.Need("cidr"))).Distinct(StringComparer.Ordinal)
            .Select(c => Cidr.Parse(c) ?? throw attributes.Absent("entry")).ToList();
    }

    private static NetworkInterface Card(Observer observer, Reading card) => new()
    {
        Id = observer.Id(card),
        Key = card.Key(),
        Name = card.NameTag(),
        Subnet = card.Map(a => card.Need<Subnet>(a, "subnet_id")),
        Vpc = card.Map(a => Placing.VpcOf(observer, card.Need<Subnet>(a, "subnet_id"))),
        SecurityGroups = card.Some<SecurityGroup>("security_groups"),
        PrivateIps = card.Items(a => a.AllTexts("private_ips").Order(StringComparer.Ordinal)),
        Ipv6Addresses = card.Items(a => a.AllTexts("ipv6_addresses").Order(StringComparer.Ordinal)),
        Description = card.Map(a => AwsTags.Remark(a.Filled("description"))),
    };
}
