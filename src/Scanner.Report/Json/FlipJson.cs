using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Json;

/// <summary>What a change would flip, for programs; docs/diff.schema.json describes it.</summary>
internal static class FlipJson
{
    private const string Schema = "scanner.diff/1.0";

    public static void Write(IReadOnlyList<FlippedVerdict> flips, Stream output, ReportOptions options)
    {
        JsonSerializer.Serialize(output, new DiffDocument(Schema, [.. flips.Select(Of)]), DiffJson.Default.DiffDocument);
        output.WriteByte((byte)'\n');
    }

    private static FlipDocument Of(FlippedVerdict flip)
    {
        var either = (flip.After ?? flip.Before)!;
        return new(flip.Rule, flip.Title, new(either.SubjectKind, either.SubjectId, either.SubjectKey, either.SubjectLabel), flip.IsOutOfSight, Of(flip.Before), Of(flip.After));
    }

    private static SideDocument? Of(Finding? finding) => finding is null ? null
        : new(finding.Verdict, finding.Severity, finding.Waiver is not null, finding.Message is { } message ? FindingDocuments.Of(message) : null, FindingDocuments.Of(finding.Gap),
            finding.Verdict is Verdict.Fail ? finding.Fix : null, FindingDocuments.Of(finding.Location));
}
