namespace Scanner.Model;

/// <summary>A peering between two VPCs (ec2:DescribeVpcPeeringConnections).</summary>
public sealed class PeeringConnection : Resource
{
    internal PeeringConnection() { }

    public Fact<Ref<Vpc>> Requester { get; internal init; }

    public Fact<Ref<Vpc>> Accepter { get; internal init; }

    /// <summary>The status' code: <c>active</c>, <c>pending-acceptance</c>, <c>deleted</c> …</summary>
    public Fact<string> Status { get; internal init; }

    /// <summary>Whether both sides are in the same region, so that security groups of the other side count.</summary>
    public Truth IsWithinRegion { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }
}
