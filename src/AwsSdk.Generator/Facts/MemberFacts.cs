namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>One member of a structure: its .NET name, its type and its names on the wire.</summary>
internal sealed class MemberFacts(int line, string name, TypeReference type, string wire)
{
    public int Line => line;
    public string Name => name;
    public TypeReference Type => type;

    /// <summary>The name in an answer; a slash leads into a structure that the official package replaces by its one value.</summary>
    public string Wire => wire;

    /// <summary>The element name of a list's entries in the query protocol.</summary>
    public string Item { get; set; } = "member";

    /// <summary>The entries stand beside their siblings, without an element around them.</summary>
    public bool IsFlat { get; set; }

    /// <summary>The name in an EC2 request, where it is not the capitalised wire name.</summary>
    public string Sent { get; set; } = char.ToUpperInvariant(wire[0]) + wire.Substring(1);

    /// <summary>Where a REST request carries the member: <c>label</c>, <c>query</c>, <c>header</c>, or the body when empty.</summary>
    public string Place { get; set; } = "";

    /// <summary>The name of the query parameter or header.</summary>
    public string PlaceName { get; set; } = "";
}
