using Scanner.Model.Drift;

namespace Scanner.Check.Drift;

/// <summary>What both scans have under one key.</summary>
internal sealed class Pair(ResourceName name)
{
    public ResourceName Name => name;

    public List<SeenResource> Old { get; } = [];

    public List<SeenResource> New { get; } = [];

    /// <summary>Brings them in the order of their ids, so that the order in which they were observed leaves no trace.</summary>
    public void Sort()
    {
        Old.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
        New.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
    }

    /// <summary>Whether every answer about them is the same, and nothing of them is a gap; sorted, or there is one.</summary>
    public bool IsSame => Old.Count == New.Count && Old.Zip(New).All(both => both.First.IsSame(both.Second));

    /// <summary>Whether the same ids are on both sides, so that nothing came or went.</summary>
    public bool HasSameIds => Old.Count == New.Count
        && (Old.Count == 1 ? Old[0].Id == New[0].Id : Old.Select(r => r.Id).ToHashSet(StringComparer.Ordinal).SetEquals(New.Select(r => r.Id)));

    /// <summary>Where any of it was seen, by either scan.</summary>
    public IReadOnlyList<string> Scopes => [.. Old.Concat(New).SelectMany(r => r.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
