namespace Scanner.Model;

/// <summary>A VPC (ec2:DescribeVpcs, DescribeVpcAttribute).</summary>
public sealed class Vpc : Resource
{
    internal Vpc() { }

    public Fact<Items<Cidr>> Cidrs { get; internal init; }

    public Fact<Items<Cidr>> Ipv6Cidrs { get; internal init; }

    /// <summary>The attribute <c>enableDnsHostnames</c>; asked of VPCs in which a cluster has nodes.</summary>
    public Truth DnsHostnames { get; internal init; }

    /// <summary>The attribute <c>enableDnsSupport</c>: whether Amazon's resolver answers in it; asked of VPCs in which a cluster has nodes.</summary>
    public Truth DnsSupport { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
