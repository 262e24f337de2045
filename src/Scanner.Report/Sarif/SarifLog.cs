using System.Text.Json.Serialization;

namespace Scanner.Report.Sarif;

// The part of SARIF 2.1.0 that Scanner writes. What is null is left out.

/// <summary>A SARIF log: a run for each environment.</summary>
internal sealed record SarifLog(IReadOnlyList<SarifRun> Runs)
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema { get; } = "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2.1.0";
}

/// <summary>One run. Its results are made while they are written.</summary>
internal sealed record SarifRun(SarifTool Tool, SarifAutomation AutomationDetails, IReadOnlyList<SarifInvocation> Invocations)
{
    /// <summary>The run that results are compared to.</summary>
    public Guid? BaselineGuid { get; init; }

    public IReadOnlyList<SarifVersionControl>? VersionControlProvenance { get; init; }

    public IReadOnlyDictionary<string, SarifUriBase>? OriginalUriBaseIds { get; init; }

    public IReadOnlyList<SarifComponent>? Taxonomies { get; init; }

    public string ColumnKind { get; } = "utf16CodeUnits";

    public string DefaultEncoding { get; } = "utf-8";

    public string Language { get; } = "en-US";

    public required SarifRunProperties Properties { get; init; }

    [JsonPropertyOrder(1)]
    public required IEnumerable<SarifResult> Results { get; init; }
}

internal sealed record SarifRunProperties(string? Environment, string? Key, IReadOnlyList<string>? Architectures, string? Detection)
{
    /// <summary>How the scan fared in each account and region, and each cluster, a line each.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
}

internal sealed record SarifAutomation(string Id, Guid Guid, Guid CorrelationGuid, SarifMessage Description);

internal sealed record SarifUriBase(SarifMessage Description);

internal sealed record SarifVersionControl(Uri RepositoryUri, string? RevisionId, string? Branch, SarifArtifact MappedTo);

internal sealed record SarifInvocation(
    DateTimeOffset StartTimeUtc, DateTimeOffset EndTimeUtc, int ExitCode, string ExitCodeDescription, bool ExecutionSuccessful)
{
    [JsonPropertyOrder(-1)]
    public string? CommandLine { get; init; }

    public IReadOnlyList<SarifNotification>? ToolExecutionNotifications { get; init; }
}

internal sealed record SarifNotification(SarifReference Descriptor, SarifLevel Level, SarifMessage Message)
{
    public SarifReference? AssociatedRule { get; init; }
}
