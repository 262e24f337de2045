using Scanner.Model.Snapshots;

namespace Scanner.Cli.Configuration;

/// <summary>A target in AWS, as flags or scanner.yaml name it.</summary>
internal sealed record AwsTarget(string Name)
{
    public string? Profile { get; init; }

    /// <summary>The regions; empty for the one that the environment or profile says.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public string? AssumeRole { get; init; }

    /// <summary>The architecture that the user says it follows.</summary>
    public string? Architecture { get; init; }

    public SourceLocation? Location { get; init; }
}
