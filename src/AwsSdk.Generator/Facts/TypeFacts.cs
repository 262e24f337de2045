using System.Collections.Generic;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>One structure and its members.</summary>
internal sealed class TypeFacts(int line, string name)
{
    public int Line => line;
    public string Name => name;
    public List<MemberFacts> Members { get; } = [];
}
