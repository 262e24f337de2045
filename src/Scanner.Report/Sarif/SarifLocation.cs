using System.Text.Json.Serialization;

namespace Scanner.Report.Sarif;

/// <summary>A place in a file, and the resource that is declared there. GitHub rejects a file with a location that lacks the place.</summary>
internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation> LogicalLocations)
{
    [JsonPropertyOrder(-1)]
    public int? Id { get; init; }

    public SarifMessage? Message { get; init; }
}

/// <summary>Without the lines around it: in a configuration, a secret may be next door.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string? Uri)
{
    public string UriBaseId { get; } = "REPOROOT";
}

internal sealed record SarifRegion(int StartLine)
{
    public int? StartColumn { get; init; }

    public int? EndLine { get; init; }

    public int? EndColumn { get; init; }

    public SarifText? Snippet { get; init; }
}

internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName)
{
    public string Kind { get; } = "resource";
}

internal sealed record SarifCodeFlow(SarifMessage Message, IReadOnlyList<SarifThreadFlow> ThreadFlows);

internal sealed record SarifThreadFlow(string Id, IReadOnlyList<SarifStep> Locations);

internal sealed record SarifStep(
    SarifLocation Location, int ExecutionOrder, string Importance, IReadOnlyList<string> Kinds, SarifStepState State);

/// <summary>What a hop says of the traffic: <c>admitted</c>, <c>stopped</c>, <c>unknown</c>.</summary>
internal sealed record SarifStepState(SarifText Verdict);
