using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check;

/// <summary>Makes findings of rulings.</summary>
internal sealed class FindingMaker(Model.Environment environment)
{
    private readonly Header _header = environment.Graph.Snapshot.Header;

    public Finding Of(RuleDescription rule, ISubject subject, Ruling ruling, string fix)
    {
        var judgement = ruling.Judgement;
        return Blank(rule, subject, judgement.Verdict) with
        {
            Severity = judgement.Severity ?? rule.Severity,
            Message = judgement.Message,
            Gap = judgement.Gap,
            Fix = fix,
            Notes = judgement.Notes,
            Related = [.. judgement.Related.Select(r => (r.Id, r.Label))],
            Path = judgement.Path,
            Gaps = ruling.Gaps,
            Readings = ruling.Readings,
        };
    }

    public Finding Unknown(RuleDescription rule, ISubject subject, Gap gap) =>
        Blank(rule, subject, Verdict.Unknown) with { Gap = gap, Gaps = [gap] };

    /// <summary>A rule about objects of which there surely is none.</summary>
    public Finding WithoutSubject(RuleDescription rule) =>
        Blank(rule, environment, Verdict.NotApplicable) with { Message = $"there is no {rule.Rule.SubjectType.Name} to judge" };

    private Finding Blank(RuleDescription rule, ISubject subject, Verdict verdict) =>
        new(rule, verdict, subject.GetType().Name, subject.Id, subject.Key, subject.Label)
        {
            Severity = rule.Severity, Fix = rule.Rule.Fix, Location = Location(subject),
        };

    private SourceLocation? Location(ISubject subject) =>
        _header.Declarations.FirstOrDefault(d => d.Key == subject.Key && d.Property is null)?.Location
        ?? _header.Targets.FirstOrDefault(t => t.Location is not null && t.Scopes.Any(s => environment.Scopes.Contains(s)).IsTrue)?.Location;
}
