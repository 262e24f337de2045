using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Json;

/// <summary>Findings and what belongs to them, as JSON documents.</summary>
internal static class FindingDocuments
{
    public static FindingDocument Of(Finding finding, Fingerprint fingerprint) => new(finding.Rule.Id, finding.Verdict, finding.Severity,
        new(finding.SubjectKind, finding.SubjectId, finding.SubjectKey, finding.SubjectLabel), fingerprint.Whole)
    {
        Message = finding.Message is { } message ? Of(message) : null,
        Fix = finding.Fix,
        Gap = Of(finding.Gap),
        Gaps = [.. finding.Gaps.Select(g => Of(g)!).Distinct()],
        Notes = [.. finding.Notes.Select(Of)],
        Related = [.. finding.Related.Select(r => new RelatedDocument(r.Id, r.Label))],
        Path = finding.Path is { } path ? Of(path) : null,
        Readings = [.. finding.Readings.Select(Of)],
        Location = Of(finding.Location),
        Facts = finding.Facts is { } facts ? new(facts.Hash, [.. facts.Digests.Select(d => new FactDocument(d.Kind, d.Key, d.Property, d.Hash))]) : null,
        Baseline = finding.Standing is { } standing ? new(standing.State, standing.Before, standing.Changed) : null,
        Waiver = finding.Waiver is { } waiver ? AcceptingDocuments.Of(waiver) : null,
    };

    public static GapDocument? Of(Gap? gap) => gap is null ? null
        : new(gap.Scope, gap.Kind, gap.Action, gap.Cause, gap.Detail, Of(gap.Remedy), gap.MakesIncomplete);

    public static PlaceDocument? Of(SourceLocation? location) => location is null ? null
        : new(location.File, location.Line, location.Column, location.EndColumn, location.Snippet);

    public static EvidenceDocument Of(Evidence evidence) => new(evidence.Plane, evidence.Scope, evidence.Action, evidence.At, evidence.Locator);

    private static RemedyDocument Of(Remedy remedy) => new(remedy.Kind, remedy.What, remedy.ToString());

    private static PathDocument Of(NetworkPath path) =>
        new(path.From, path.To, [.. path.Hops.AsEnumerable().Select(h => new HopDocument(h.Element, h.Text, h.Admits))]);

    public static MessageDocument Of(Message message) => new(message.ToString(), message.Template, message.Arguments);

    private static ReadingDocument Of(Reading reading) => new(reading.Resource, reading.Property,
        reading.Behind is Evidence e ? Of(e) : null, Of(reading.Behind as Gap));
}
