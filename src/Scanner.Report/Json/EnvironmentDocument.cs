using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>One environment in the JSON report.</summary>
internal sealed record EnvironmentDocument(string Id, string Key, string Label, string Title, string? Target, string Plane)
{
    /// <summary>Where it was looked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What SARIF calls this check of it.</summary>
    public required string Run { get; init; }

    public required DetectionDocument Detection { get; init; }

    public required CountsDocument Counts { get; init; }

    public required IReadOnlyList<RuleDocument> Rules { get; init; }

    public required IReadOnlyList<FindingDocument> Findings { get; init; }

    public required IReadOnlyList<CauseDocument> Causes { get; init; }

    /// <summary>Failures of the baseline that are none now.</summary>
    public required IReadOnlyList<PastDocument> Past { get; init; }
}

/// <summary>A fact that several failures share; <c>lacks</c> where the value is what is missing in it.</summary>
internal sealed record CauseDocument(string Id, string Kind, string Resource, string Label, string Property, string Value, bool Lacks, EvidenceDocument Evidence, IReadOnlyList<string> Findings);

internal sealed record DetectionDocument(
    IReadOnlyList<string> Architectures, Confidence Confidence, IReadOnlyList<string> Signals, GapDocument? Undecided);

/// <summary>How many rules have which verdict; a rule counts once, with the worst of its subjects, and by itself where all that fails is waived.</summary>
internal sealed record CountsDocument(int Rules, int Pass, int Fail, int Unknown, int NotApplicable, int Errors, int Warnings, int Notes, int Waived);

internal sealed record RuleDocument(string Id, string Name, string Architecture, string Path, string Title, Verdict Verdict)
{
    /// <summary>Whether waivers cover all that fails.</summary>
    public required bool Waived { get; init; }

    public required Level Level { get; init; }

    public required Severity Severity { get; init; }

    public required double? SecuritySeverity { get; init; }

    public required Basis Basis { get; init; }

    public required string Source { get; init; }

    public required string Why { get; init; }

    public required string Fix { get; init; }

    public required IReadOnlyList<string> Supersedes { get; init; }
}
