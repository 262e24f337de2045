using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>What a failure rests on: the facts' names, with hashes in place of their values.</summary>
internal sealed record FactsDocument(string Hash, IReadOnlyList<FactDocument> Facts);

internal sealed record FactDocument(string Kind, string Key, string Property, string Hash);

/// <summary>How a finding stands to the baseline; <c>before</c> is null where the baseline has nothing of it.</summary>
internal sealed record StandingDocument(BaselineState State, Verdict? Before, IReadOnlyList<string> Changed);

/// <summary>What a check is compared to, and failures of environments that it did not find.</summary>
internal sealed record ComparisonDocument(string File, DateTimeOffset StartedAt, IReadOnlyList<ElsewhereDocument> Elsewhere);

internal sealed record ElsewhereDocument(string Environment, PastDocument Failure);

/// <summary>A failure of the baseline that is none now.</summary>
internal sealed record PastDocument(string Rule, Severity Severity, SubjectDocument Subject, string Fingerprint, PastFate Fate, string Why, MessageDocument? Message);

/// <summary>A waiver; <c>facts</c> is the hash of what it was given of.</summary>
internal sealed record WaiverDocument(string Rule, string Key, string? Environment, string Reason, string Owner, string Expires, string? Ticket, string? FactsHash, PlaceDocument Location);

/// <summary>What became of a waiver; the fingerprints are of the failures that it is about.</summary>
internal sealed record WaiverUseDocument(WaiverDocument Waiver, WaiverState State, string Why, IReadOnlyList<string> Findings);
