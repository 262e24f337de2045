using System.Text.Json;
using Scanner.Model;

namespace Scanner.Check.Explaining;

/// <summary>What the verdict would be, were a fact read that was not.</summary>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Reading">The fact, and the gap in its place.</param>
/// <param name="Tried">Values that it may have, each with the verdict.</param>
/// <param name="IsAll">Whether it can have no other.</param>
public sealed record Opening(string Kind, Reading Reading, IReadOnlyList<(JsonElement Value, Verdict? Verdict)> Tried, bool IsAll)
{
    /// <summary>The verdict that each of all its values leads to; null where they differ, or where there may be others.</summary>
    public Verdict? Regardless => IsAll && Tried.Count > 0 && Tried.All(t => t.Verdict == Tried[0].Verdict) ? Tried[0].Verdict : null;
}
