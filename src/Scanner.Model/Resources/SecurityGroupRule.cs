namespace Scanner.Model;

/// <summary>One permission of a security group: a port range and one peer.</summary>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, a protocol number, or <c>-1</c> for all.</param>
/// <param name="FromPort">First port; null where all are meant.</param>
/// <param name="ToPort">Last port, inclusive.</param>
/// <param name="PeerKind">What the peer is.</param>
/// <param name="Peer">A block, a security group id or a prefix list id.</param>
/// <param name="PeerAccount">The account of a peer group, where the answer names it.</param>
public sealed record SecurityGroupRule(string Protocol, int? FromPort, int? ToPort, PeerKind PeerKind, string Peer, string? PeerAccount);
