using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Explaining;

/// <summary>Another value of a fact, with which the verdict would be another: tried, not guessed.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">The other value.</param>
/// <param name="Verdict">The verdict with it.</param>
/// <param name="Resources">Of how many resources it must change at once; 1 for that of the fact alone.</param>
/// <param name="Plane">The plane on which alone it would have to be so; null for all that tell of it.</param>
public sealed record Turn(SeenFact Fact, JsonElement Value, Verdict Verdict, int Resources, Plane? Plane)
{
    /// <summary>What is different in it.</summary>
    public ValueChange Change { get; } = ValueChange.Between(Fact.Property, Fact.Value, Value);
}
