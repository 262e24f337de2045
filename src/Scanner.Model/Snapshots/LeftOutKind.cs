namespace Scanner.Model.Snapshots;

/// <summary>How many resources of a kind were seen and left out of a snapshot.</summary>
public sealed record LeftOutKind(string Kind, int Count);
