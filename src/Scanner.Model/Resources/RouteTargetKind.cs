namespace Scanner.Model;

/// <summary>What a route leads to.</summary>
public enum RouteTargetKind
{
    Local,
    InternetGateway,
    EgressOnlyInternetGateway,
    NatGateway,
    VpcPeering,
    TransitGateway,
    VpnGateway,
    NetworkInterface,
    VpcEndpoint,
    Other,
}
