namespace Scanner.Model;

/// <summary>A subnet (ec2:DescribeSubnets).</summary>
public sealed class Subnet : Resource
{
    internal Subnet() { }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    public Fact<string> AvailabilityZone { get; internal init; }

    public Fact<string?> AvailabilityZoneId { get; internal init; }

    public Fact<Cidr?> Cidr { get; internal init; }

    public Fact<Items<Cidr>> Ipv6Cidrs { get; internal init; }

    /// <summary>Whether instances launched here get a public address by default.</summary>
    public Truth MapsPublicIp { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
