namespace Scanner.Model;

/// <summary>Whether one endpoint can open connections to another, along which path, and what stands in the way.</summary>
/// <param name="Answer">True if every leg surely admits the traffic, false if one surely stops it, else unknown with the gap.</param>
/// <param name="Path">The legs in the order of evaluation; the first that stops the traffic, or cannot be told, is the last.</param>
/// <param name="Blocker">The id of the first element that stops the traffic; null unless the answer is false.</param>
/// <param name="Fix">The smallest change that would open the path, with real ids; null where there is nothing to change, or no simple change.</param>
public sealed record Reachability(
    Truth Answer, [property: MessageOnly] NetworkPath Path, [property: MessageOnly] string? Blocker, [property: MessageOnly] string? Fix)
{
    /// <summary>The last hop's words: why not, or how.</summary>
    [MessageOnly]
    public string Reason => Path.Hops.IsEmpty ? "" : $"{Path.Hops[^1].Element}: {Path.Hops[^1].Text}";
}
