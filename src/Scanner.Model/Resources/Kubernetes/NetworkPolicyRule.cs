namespace Scanner.Model;

/// <summary>What a network policy lets through.</summary>
/// <param name="Peers">Empty for everybody.</param>
/// <param name="Ports">Empty for all.</param>
public sealed record NetworkPolicyRule(Items<NetworkPolicyPeer> Peers, Items<NetworkPolicyPort> Ports);
