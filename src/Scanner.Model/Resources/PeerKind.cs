namespace Scanner.Model;

/// <summary>What a security group rule admits.</summary>
public enum PeerKind
{
    Cidr,
    SecurityGroup,
    PrefixList,
}
