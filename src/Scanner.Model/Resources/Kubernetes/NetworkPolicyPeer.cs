namespace Scanner.Model;

/// <summary>One of those whom a network policy lets through.</summary>
/// <param name="Cidr">A block of addresses; null for pods.</param>
/// <param name="Except">Blocks within it that are not meant.</param>
/// <param name="Namespaces">The pods' namespaces; null for the policy's own.</param>
/// <param name="Pods">Null for all pods of these namespaces, and for a block of addresses.</param>
public sealed record NetworkPolicyPeer(string? Cidr, Items<string> Except, LabelSelector? Namespaces, LabelSelector? Pods);
