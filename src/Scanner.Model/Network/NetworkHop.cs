namespace Scanner.Model;

/// <summary>One step of a network path: which element, and what it says of the traffic.</summary>
/// <param name="Element">The id of the route table, network ACL, security group …</param>
/// <param name="Text">What it says, as a clause.</param>
/// <param name="Admits">Whether it lets the traffic through; null where that is unknown.</param>
public sealed record NetworkHop(string Element, string Text, bool? Admits);
