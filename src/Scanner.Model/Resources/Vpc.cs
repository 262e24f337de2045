namespace Scanner.Model;

/// <summary>A VPC (ec2:DescribeVpcs).</summary>
public sealed class Vpc : Resource
{
    internal Vpc() { }

    public Fact<Items<Cidr>> Cidrs { get; internal init; }

    public Fact<Items<Cidr>> Ipv6Cidrs { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
