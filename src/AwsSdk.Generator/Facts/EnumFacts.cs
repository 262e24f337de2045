using System.Collections.Generic;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>The values of one enumeration that are known today; services add to them at any time.</summary>
internal sealed class EnumFacts(int line, string name)
{
    public int Line => line;
    public string Name => name;
    public List<string> Values { get; } = [];
}
