using Scanner.Model;

namespace Scanner.Report.Json;

/// <summary>One verdict in the JSON report.</summary>
internal sealed record FindingDocument(string Rule, Verdict Verdict, Severity Severity, SubjectDocument Subject, string Fingerprint)
{
    public required MessageDocument? Message { get; init; }

    public required string Fix { get; init; }

    /// <summary>What stands in the way of a decision.</summary>
    public required GapDocument? Gap { get; init; }

    /// <summary>Every gap the judgement touched.</summary>
    public required IReadOnlyList<GapDocument> Gaps { get; init; }

    public required IReadOnlyList<MessageDocument> Notes { get; init; }

    public required IReadOnlyList<RelatedDocument> Related { get; init; }

    public required PathDocument? Path { get; init; }

    public required IReadOnlyList<ReadingDocument> Readings { get; init; }

    public required PlaceDocument? Location { get; init; }

    /// <summary>What a failure rests on; null of other verdicts.</summary>
    public required FactsDocument? Facts { get; init; }

    public required StandingDocument? Baseline { get; init; }

    /// <summary>The waiver that covers it.</summary>
    public required WaiverDocument? Waiver { get; init; }
}

internal sealed record SubjectDocument(string Kind, string Id, string Key, string Label);

internal sealed record MessageDocument(string Text, string Template, IReadOnlyList<string> Arguments);

internal sealed record RelatedDocument(string Id, string Label);

internal sealed record PathDocument(string From, string To, IReadOnlyList<HopDocument> Hops);

/// <summary>A hop; <c>admits</c> is null where it could not be told.</summary>
internal sealed record HopDocument(string Element, string Text, bool? Admits);

/// <summary>A property that the judgement read: from where, or the gap in its place.</summary>
internal sealed record ReadingDocument(string Resource, string Property, EvidenceDocument? Evidence, GapDocument? Gap);

internal sealed record EvidenceDocument(Plane Plane, string Scope, string Action, DateTimeOffset At, string? Locator);
