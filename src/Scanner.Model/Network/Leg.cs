namespace Scanner.Model;

/// <summary>What one element (a route table, one direction of a network ACL, a security group) says of the traffic.</summary>
/// <param name="Fix">The change that would make it admit the traffic.</param>
internal sealed record Leg(Truth Answer, string Element, string Text, string? Fix = null)
{
    public NetworkHop Hop => new(Element, Text, Answer.IsUnknown ? null : Answer.IsTrue);
}
