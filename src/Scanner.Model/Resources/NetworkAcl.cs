namespace Scanner.Model;

/// <summary>A network ACL (ec2:DescribeNetworkAcls).</summary>
public sealed class NetworkAcl : Resource
{
    internal NetworkAcl() { }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    /// <summary>The subnets that it filters.</summary>
    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    /// <summary>Its entries, in any order; the lowest matching rule number decides.</summary>
    public Fact<Items<NetworkAclEntry>> Entries { get; internal init; }
}
