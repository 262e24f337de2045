using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>What a small network is made of, in plain text; the fixture makes resources of it, and the oracle reads it as it is.</summary>
internal abstract record Spec(string Id);

internal sealed record VpcSpec(string Id, params string[] Cidrs) : Spec(Id);

internal sealed record SubnetSpec(string Id, string Vpc, string Zone, string Cidr, string? Ipv6 = null) : Spec(Id);

/// <param name="Routes"><c>10.0.0.0/16 local</c>, <c>10.1.0.0/16 pcx-1 blackhole</c>, <c>pl-1 tgw-1</c>.</param>
internal sealed record TableSpec(string Id, string Vpc, bool Main, string[] Subnets, params string[] Routes) : Spec(Id);

/// <param name="Entries"><c>in 100 allow 6 5432-5432 10.0.0.0/24</c>, <c>out 200 deny -1 * 0.0.0.0/0</c>.</param>
internal sealed record AclSpec(string Id, string Vpc, string[] Subnets, params string[] Entries) : Spec(Id);

/// <param name="Rules"><c>in tcp 5432-5432 sg-1</c>, <c>out -1 * 0.0.0.0/0</c>, <c>in tcp 22-22 sg-9@999999999999</c>.</param>
internal sealed record GroupSpec(string Id, string Vpc, params string[] Rules) : Spec(Id);

/// <param name="Entries"><c>10.1.0.0/16</c>.</param>
internal sealed record ListSpec(string Id, params string[] Entries) : Spec(Id);

internal sealed record PeeringSpec(string Id, string Requester, string Accepter, string Status = "active", bool WithinRegion = true) : Spec(Id);

internal sealed record InterfaceSpec(string Id, string Vpc, string Subnet, string[] Groups, string[] Ips, string[] Ipv6, string? Instance = null, string? Description = null, string? PublicIp = null) : Spec(Id);

internal sealed record InstanceSpec(string Id, params string[] Interfaces) : Spec(Id);

internal sealed record NodeGroupSpec(string Id, string[] Subnets, string[] Groups) : Spec(Id);

internal sealed record DatabaseSpec(string Id, DatabaseForm Form, string Vpc, string[] Subnets, string[] Groups, string[] Zones, int Port = 5432) : Spec(Id)
{
    public bool MultiAz { get; init; }

    public bool Public { get; init; }

    public string? Cluster { get; init; }

    public string[] Fronts { get; init; } = [];
}

internal sealed record FileSystemSpec(string Id, FileSystemType Type, string Vpc, string[] Subnets, string[] Groups, string[] Interfaces) : Spec(Id)
{
    public string? Deployment { get; init; }

    public string[] EndpointIps { get; init; } = [];

    public string[] Tables { get; init; } = [];
}

internal sealed record LoadBalancerSpec(string Id, LoadBalancerType Type, string Vpc, string[] Subnets, string[] Groups, bool Public = false) : Spec(Id);
