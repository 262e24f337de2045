using System.Globalization;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>Baselines and waivers as JSON documents.</summary>
internal static class AcceptingDocuments
{
    public static ComparisonDocument? Of(BaselineComparison? comparison) => comparison is null ? null
        : new(comparison.Baseline.File, comparison.Baseline.StartedAt, [.. comparison.Elsewhere.Select(e => new ElsewhereDocument(e.Environment, Of(e.Failure)))]);

    public static PastDocument Of(PastFailure past)
    {
        var finding = past.Finding;
        return new(finding.Rule.Id, finding.Severity, new(finding.SubjectKind, finding.SubjectId, finding.SubjectKey, finding.SubjectLabel), past.Fingerprint, past.Fate, past.Why,
            finding.Message is { } message ? FindingDocuments.Of(message) : null);
    }

    public static WaiverDocument Of(Waiver waiver) => new(waiver.Rule, waiver.Key, waiver.Environment, waiver.Reason, waiver.Owner,
        waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), waiver.Ticket, waiver.FactsHash, FindingDocuments.Of(waiver.Place)!);

    /// <param name="uses">What became of the waivers.</param>
    /// <param name="fingerprints">Of every finding.</param>
    public static IReadOnlyList<WaiverUseDocument>? Of(IReadOnlyList<WaiverUse>? uses, IReadOnlyDictionary<object, Fingerprint> fingerprints) => uses is null ? null
        : [.. uses.Select(u => new WaiverUseDocument(Of(u.Waiver), u.State, u.Why, [.. u.Findings.Select(f => fingerprints[f].Whole).Order(StringComparer.Ordinal)]))];
}
