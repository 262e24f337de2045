namespace Scanner.Model;

/// <summary>One entry of a network ACL.</summary>
/// <param name="RuleNumber">Lower numbers are asked first; 32767 is the final deny.</param>
/// <param name="IsEgress">For traffic that leaves the subnet.</param>
/// <param name="Protocol">IANA protocol number as text, or <c>-1</c> for all.</param>
/// <param name="FromPort">First port; null where the protocol has none or all are meant.</param>
/// <param name="ToPort">Last port, inclusive.</param>
/// <param name="Cidr">The peer's block.</param>
/// <param name="Allows">Allow, or deny.</param>
public sealed record NetworkAclEntry(int RuleNumber, bool IsEgress, string Protocol, int? FromPort, int? ToPort, Cidr Cidr, bool Allows);
