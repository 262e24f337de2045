namespace Scanner.Cli.Artifacts;

/// <summary>Something that lies in a store.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="WrittenAt">When it was written.</param>
internal sealed record StoredArtifact(string Name, DateTimeOffset WrittenAt);
