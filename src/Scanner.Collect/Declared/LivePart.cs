using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What files add to a list of a live thing, or take from it, that they do not declare themselves.</summary>
/// <param name="Kind">The live thing's kind.</param>
/// <param name="Id">Its id; null where it may be any of the kind.</param>
/// <param name="Property">The list.</param>
/// <param name="Evidence">Who says so.</param>
/// <param name="Place">Where.</param>
public sealed record LivePart(string Kind, string? Id, string Property, Evidence Evidence, SourceLocation Place)
{
    /// <summary>What comes to the list, as snapshots have it.</summary>
    public IReadOnlyList<JsonElement> Added { get; init; } = [];

    /// <summary>What is no longer in it.</summary>
    public IReadOnlyList<JsonElement> Removed { get; init; } = [];

    /// <summary>Why the list is not known then; null where it is.</summary>
    public Gap? Gap { get; init; }
}
