namespace Scanner.Model;

/// <summary>One place in the network: a subnet, security groups and addresses; or a block of addresses outside.</summary>
internal sealed class Placement
{
    /// <summary>The id of what is there.</summary>
    public required string Owner { get; init; }

    /// <summary>Null for a block outside.</summary>
    public Fact<Ref<Subnet>>? SubnetRef { get; init; }

    public Fact<Subnet> Subnet { get; init; }

    public Fact<Items<Ref<SecurityGroup>>> Groups { get; init; }

    /// <summary>Whether it may have no security group, and then takes anything: a network load balancer.</summary>
    public bool MayLackGroups { get; init; }

    public required Addresses Ipv4 { get; init; }

    public required Addresses Ipv6 { get; init; }

    /// <summary>Whether the internet knows it by a public IPv4 address.</summary>
    public Truth HasPublicAddress { get; init; }

    /// <summary>Whether its name leads to public addresses even from within its VPC.</summary>
    public Truth ResolvesPublicly { get; init; } = false;

    /// <summary>Set where its address moves between several interfaces, so that routes lead to it even within its subnet.</summary>
    public FloatingAddress? Floats { get; init; }

    public bool IsOutside => SubnetRef is null;

    public Addresses Of(bool isIpv6) => isIpv6 ? Ipv6 : Ipv4;

    public Fact<Ref<Vpc>> Vpc => Subnet.Then(s => s.Vpc);

    public Fact<string> Zone => Subnet.Then(s => s.AvailabilityZone);

    public static Placement Outside(Cidr block) => new()
    {
        Owner = block.ToString(),
        Ipv4 = block.IsIpv6 ? Addresses.None(false) : new(false, true, [block]),
        Ipv6 = block.IsIpv6 ? new(true, true, [block]) : Addresses.None(true),
        HasPublicAddress = true,
    };
}
