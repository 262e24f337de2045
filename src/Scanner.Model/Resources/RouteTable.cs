namespace Scanner.Model;

/// <summary>A route table (ec2:DescribeRouteTables).</summary>
public sealed class RouteTable : Resource
{
    internal RouteTable() { }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    /// <summary>Whether it serves the subnets of its VPC that are associated with no other.</summary>
    public Truth IsMain { get; internal init; }

    /// <summary>The subnets that are explicitly associated with it.</summary>
    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    public Fact<Items<Route>> Routes { get; internal init; }
}
