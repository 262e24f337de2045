namespace Scanner.Model;

/// <summary>Makes placements of subnets, interfaces and instances.</summary>
internal sealed class Places(Terrain terrain)
{
    private Environment Environment => terrain.Environment;

    /// <summary>Anywhere in a subnet: its whole block stands for the address.</summary>
    public Layout.At In(Ref<Subnet> subnet, string owner, Fact<Items<Ref<SecurityGroup>>> groups, Truth isPublic = default) =>
        In(new Fact<Ref<Subnet>>(subnet, Evidence.Derived), owner, groups, isPublic);

    private Layout.At In(Fact<Ref<Subnet>> reference, string owner, Fact<Items<Ref<SecurityGroup>>> groups, Truth isPublic)
    {
        var subnet = Environment.Resolve(reference);
        return new(new()
        {
            Owner = owner, SubnetRef = reference, Subnet = subnet, Groups = groups, HasPublicAddress = isPublic,
            Ipv4 = Ipv4Of(subnet), Ipv6 = Ipv6Of(subnet, owner),
        });
    }

    /// <summary>At an interface, with its exact addresses where these were read.</summary>
    public Layout.At At(NetworkInterface adapter, string owner) =>
        Exactly(adapter.Subnet, owner, adapter.SecurityGroups, adapter.PrivateIps, adapter.Ipv6Addresses, adapter.PublicIp);

    /// <summary>
    /// At one address of an interface, as a pod that shares it has. A pod with an IPv6 address reaches IPv4 under its node's address, if
    /// the cluster's network lets it.
    /// </summary>
    public Layout.At At(NetworkInterface adapter, string address, string owner)
    {
        var isIpv6 = address.Contains(':', StringComparison.Ordinal);
        Items<string> none = [], one = [address];
        var noPublic = new Fact<string?>((string?)null, Evidence.Derived);
        return isIpv6 ? Exactly(adapter.Subnet, owner, adapter.SecurityGroups, adapter.PrivateIps, one, noPublic, Borrowed(owner))
            : Exactly(adapter.Subnet, owner, adapter.SecurityGroups, one, none, noPublic);
    }

    private static Gap Borrowed(string owner) => NetworkGap.Hidden(owner, $"whether the cluster's network lets {owner} use its node's IPv4 address cannot be seen");

    /// <summary>At an instance's only interface.</summary>
    public Layout At(ComputeInstance instance)
    {
        if (instance.Subnet is { IsKnown: true, Value: null }) return Layout.Nowhere(instance.Id, "has no network interface", null);
        return Exactly(instance.Subnet.Map(s => s!.Value), instance.Id, instance.SecurityGroups,
            instance.PrivateIps, instance.Ipv6Addresses, instance.PublicIp);
    }

    private Layout.At Exactly(Fact<Ref<Subnet>> reference, string owner, Fact<Items<Ref<SecurityGroup>>> groups,
        Fact<Items<string>> ipv4, Fact<Items<string>> ipv6, Fact<string?> publicIp, Gap? mayUseIpv4 = null)
    {
        var subnet = Environment.Resolve(reference);
        var own = ipv4.IsKnown ? Addresses.Exactly(false, ipv4.Value) : Ipv4Of(subnet);
        return new(new()
        {
            Owner = owner, SubnetRef = reference, Subnet = subnet, Groups = groups,
            Ipv4 = mayUseIpv4 is null || own.Present.IsFalse ? own : own with { Present = Truth.Unknown(mayUseIpv4) },
            Ipv6 = ipv6.IsKnown ? Addresses.Exactly(true, ipv6.Value) : Ipv6Of(subnet, owner),
            HasPublicAddress = publicIp.Is(ip => ip is not null),
        });
    }

    private static Addresses Ipv4Of(Fact<Subnet> subnet)
    {
        var block = subnet.Then(s => s.Cidr);
        return !block.IsKnown ? Addresses.Anywhere(false, block.Source) : block.Value is { } cidr ? new(false, true, [cidr]) : Addresses.None(false);
    }

    /// <summary>That a subnet has an IPv6 block does not say that what is in it has an IPv6 address.</summary>
    private static Addresses Ipv6Of(Fact<Subnet> subnet, string owner)
    {
        var blocks = subnet.Then(s => s.Ipv6Cidrs);
        return !blocks.IsKnown ? Addresses.Anywhere(true, blocks.Source)
            : blocks.Value.IsEmpty ? Addresses.None(true)
            : new(true, Truth.Unknown(NetworkGap.Hidden(owner, $"whether {owner} has an IPv6 address was not read")), blocks.Value);
    }
}
