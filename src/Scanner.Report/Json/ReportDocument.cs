using Scanner.Model;

namespace Scanner.Report.Json;

/// <summary>The JSON report as a document; docs/report.schema.json describes it.</summary>
internal sealed record ReportDocument(
    string Schema, string Tool, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Calls, string? Snapshot)
{
    public required int ExitCode { get; init; }

    /// <summary>Null for never.</summary>
    public required Severity? FailOn { get; init; }

    /// <summary>False where something that was asked for could not be read.</summary>
    public required bool Complete { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public required IReadOnlyList<TargetDocument> Targets { get; init; }

    /// <summary>How the scan fared in each account and region, and each cluster.</summary>
    public required IReadOnlyList<ScopeDocument> Scopes { get; init; }

    public required IReadOnlyList<EnvironmentDocument> Environments { get; init; }

    /// <summary>Why there may be environments that were not found.</summary>
    public required GapDocument? Unlisted { get; init; }

    /// <summary>Where what is there is otherwise than declared; null where nothing is declared beside something that was seen.</summary>
    public required DeclaredDocument? Declared { get; init; }

    public required IReadOnlyList<GapDocument> Gaps { get; init; }

    public required IReadOnlyList<CoverageDocument> Coverage { get; init; }

    public required IReadOnlyList<NotificationDocument> Notifications { get; init; }

    /// <summary>Whether only failures that the baseline does not have count.</summary>
    public required bool FailNewOnly { get; init; }

    /// <summary>What it is compared to; null where there is no baseline.</summary>
    public required ComparisonDocument? Baseline { get; init; }

    /// <summary>What became of each waiver; null where none were given.</summary>
    public required IReadOnlyList<WaiverUseDocument>? Waivers { get; init; }
}

internal sealed record TargetDocument(string Name, IReadOnlyList<string> Scopes, string? Identity, PlaceDocument? Location);

/// <summary>Null for what a snapshot of an earlier version does not tell.</summary>
internal sealed record ScopeDocument(string Name, string? Identity, int? Calls, int? Kept, IReadOnlyDictionary<string, int> LeftOut, ListingsDocument Listings);

internal sealed record ListingsDocument(int Complete, int Refused, int NotAsked);

internal sealed record CoverageDocument(string Kind, string Scope, string Action, GapDocument? Gap);

internal sealed record NotificationDocument(string Id, bool IsError, string Text, string? Rule);

internal sealed record GapDocument(
    string Scope, string Kind, string Action, GapCause Cause, string Detail, RemedyDocument Remedy, bool MakesIncomplete);

internal sealed record RemedyDocument(RemedyKind Kind, string What, string Text);

internal sealed record PlaceDocument(string File, int Line, int Column, int EndColumn, string Snippet);
