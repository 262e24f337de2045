namespace Scanner.Model.Drift;

/// <summary>Something that is surely different.</summary>
/// <param name="Kind">Whether the resource came, went, or is another.</param>
/// <param name="Resource">Which.</param>
/// <param name="Path">What of it, as steps; empty where it came or went.</param>
/// <param name="Old">What the earlier scan says; null where that has no such resource.</param>
/// <param name="New">What the later scan says; null where that has no such resource.</param>
public sealed record Change(ChangeKind Kind, ResourceName Resource, IReadOnlyList<PathStep> Path, SeenValues? Old, SeenValues? New)
{
    /// <summary>How many there are of the resource, by which its coming and going is ignored too.</summary>
    public const string Count = "count";

    /// <summary>What a resource is called, where one that keeps its id is called otherwise now.</summary>
    public const string Key = "key";

    /// <summary>The path as people write it; <c>count</c> where the resource came or went.</summary>
    public string PathText => Kind is ChangeKind.Changed ? PathStep.Text(Path) : Count;
}
