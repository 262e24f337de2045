using System.Text.Json.Serialization;

namespace Scanner.Report.Sarif;

/// <summary>One verdict.</summary>
internal sealed record SarifResult(string RuleId, int RuleIndex, SarifKind Kind, SarifLevel Level, SarifMessage Message)
{
    public IReadOnlyList<SarifLocation>? Locations { get; init; }

    public required Guid Guid { get; init; }

    public required Guid CorrelationGuid { get; init; }

    public required SarifFingerprints PartialFingerprints { get; init; }

    public IReadOnlyList<SarifLocation>? RelatedLocations { get; init; }

    public IReadOnlyList<SarifCodeFlow>? CodeFlows { get; init; }

    /// <summary>On every result of a run that is compared to a baseline, and on none of another.</summary>
    public SarifBaselineState? BaselineState { get; init; }

    /// <summary>Empty of what is not waived, where waivers were given.</summary>
    public IReadOnlyList<SarifSuppression>? Suppressions { get; init; }

    public required SarifResultProperties Properties { get; init; }
}

/// <summary>A waiver: somebody outside the code accepts the failure.</summary>
internal sealed record SarifSuppression(string Justification, SarifSuppressionProperties Properties)
{
    public string Kind { get; } = "external";

    public string Status { get; } = "accepted";

    public SarifSuppressionPlace? Location { get; init; }
}

/// <summary>The line of the waivers' file.</summary>
internal sealed record SarifSuppressionPlace(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifSuppressionProperties(DateTimeOffset ExpiryUtc, string Owner, string? Ticket);

internal sealed record SarifFingerprints(string PrimaryLocationLineHash)
{
    [JsonPropertyName("scannerFinding/v1")]
    public required string Whole { get; init; }
}

/// <summary>The subject, and what SARIF has no member for.</summary>
internal sealed record SarifResultProperties(string? Resource, string? Key, string? Kind)
{
    public string? Fix { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Related resources that have no place in a file.</summary>
    public IReadOnlyList<string>? Related { get; init; }

    /// <summary>The remedies that would decide it.</summary>
    public IReadOnlyList<string>? Remedies { get; init; }

    /// <summary>Of a failure that was not re-evaluated: why.</summary>
    public string? CarriedForward { get; init; }

    /// <summary>Of a failure that is gone: how that is known.</summary>
    public string? Fixed { get; init; }

    /// <summary>The facts that changed since the baseline.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>The rules that could not be decided.</summary>
    public IReadOnlyList<string>? Undecided { get; init; }
}

/// <summary>A text, or an id of one of the rule's message strings with its arguments, or both.</summary>
internal sealed record SarifMessage(string Text)
{
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    [JsonPropertyOrder(-1)]
    public IReadOnlyList<string>? Arguments { get; init; }
}

internal enum SarifLevel
{
    None,
    Note,
    Warning,
    Error,
}

internal enum SarifKind
{
    NotApplicable,
    Pass,
    Fail,
    Review,
    Open,
}

internal enum SarifBaselineState
{
    New,
    Unchanged,
    Updated,
    Absent,
}
