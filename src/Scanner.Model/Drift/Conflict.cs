using Scanner.Model.Snapshots;

namespace Scanner.Model.Drift;

/// <summary>Something that is declared in one way, and is there in another.</summary>
/// <param name="Resource">Of which resource.</param>
/// <param name="Id">What the provider, or the file, calls it.</param>
/// <param name="Path">What of it, as people write it; empty where it is declared and not there at all.</param>
/// <param name="Declared">What is declared; no values where nothing is declared there.</param>
/// <param name="Live">What is there; null where the resource is not, and no values where only the part is not.</param>
/// <param name="Place">The declaring line; null where no file of the user's declares it, but what the provider keeps.</param>
/// <param name="Owner">Who else says that it decides it, in words; null where nobody does.</param>
public sealed record Conflict(ResourceName Resource, string Id, string Path, SeenValues Declared, SeenValues? Live, SourceLocation? Place, string? Owner)
{
    /// <summary>The path by which it is ignored; <c>count</c> where it is declared and not there.</summary>
    public string PathText => Live is null ? Change.Count : Path;
}
