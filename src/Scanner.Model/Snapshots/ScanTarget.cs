namespace Scanner.Model.Snapshots;

/// <summary>What a scan was asked to look at.</summary>
/// <param name="Name">Its name in scanner.yaml, or one made from the flags.</param>
/// <param name="Scopes">The scopes it covers.</param>
/// <param name="Identity">Who asked: the caller's ARN; null where it could not be told.</param>
public sealed record ScanTarget(string Name, Items<string> Scopes, string? Identity)
{
    /// <summary>Where scanner.yaml names it; null where flags did.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Regions that were not named, were looked through for signs of a deployment, and showed none.</summary>
    public Items<string> RegionsLeftOut { get; init; } = [];
}
