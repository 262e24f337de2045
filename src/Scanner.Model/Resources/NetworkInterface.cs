namespace Scanner.Model;

/// <summary>A network interface (ec2:DescribeNetworkInterfaces).</summary>
public sealed class NetworkInterface : Resource
{
    internal NetworkInterface() { }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    public Fact<Ref<Subnet>> Subnet { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    public Fact<Items<string>> PrivateIps { get; internal init; }

    public Fact<Items<string>> Ipv6Addresses { get; internal init; }

    /// <summary>The public address; null where it has none.</summary>
    public Fact<string?> PublicIp { get; internal init; }

    public Fact<string?> Description { get; internal init; }

    /// <summary>The service that made it (<c>amazon-elb</c>, <c>amazon-rds</c>); null where a person did.</summary>
    public Fact<string?> Requester { get; internal init; }

    /// <summary>The instance it is attached to; null where it is attached to none.</summary>
    public Fact<Ref<ComputeInstance>?> Instance { get; internal init; }
}
