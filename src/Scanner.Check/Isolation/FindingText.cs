using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Isolation;

/// <summary>A finding as one process tells it to another.</summary>
internal sealed record FindingText(string Rule, Verdict Verdict, string SubjectKind, string SubjectId, string SubjectKey, string SubjectLabel, Severity Severity, string Fix)
{
    public MessageText? Message { get; init; }

    public Gap? Gap { get; init; }

    public IReadOnlyList<MessageText> Notes { get; init; } = [];

    public IReadOnlyList<(string Id, string Label)> Related { get; init; } = [];

    public PathText? Path { get; init; }

    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    public IReadOnlyList<ReadingText> Readings { get; init; } = [];

    public SourceLocation? Location { get; init; }

    public static FindingText Of(Finding finding) =>
        new(finding.Rule.Id, finding.Verdict, finding.SubjectKind, finding.SubjectId, finding.SubjectKey, finding.SubjectLabel, finding.Severity, finding.Fix)
        {
            Message = MessageText.Of(finding.Message), Gap = finding.Gap, Notes = [.. finding.Notes.Select(n => MessageText.Of(n)!)], Related = finding.Related,
            Path = finding.Path is { } path ? new(path.From, path.To, [.. path.Hops]) : null, Gaps = finding.Gaps, Readings = [.. finding.Readings.Select(ReadingText.Of)], Location = finding.Location,
        };

    public Finding ToFinding(RuleDescription rule) => new(rule, Verdict, SubjectKind, SubjectId, SubjectKey, SubjectLabel)
    {
        Severity = Severity, Fix = Fix, Message = Message?.ToMessage(), Gap = Gap, Notes = [.. Notes.Select(n => n.ToMessage())], Related = Related,
        Path = Path is { } path ? new(path.From, path.To, [.. path.Hops]) : null, Gaps = Gaps, Readings = [.. Readings.Select(r => r.ToReading())], Location = Location,
    };
}
