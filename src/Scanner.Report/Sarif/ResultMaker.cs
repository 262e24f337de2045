using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>Makes SARIF results of findings.</summary>
/// <param name="rules">The rules that results refer to.</param>
/// <param name="places">Where things are declared.</param>
/// <param name="run">The run.</param>
/// <param name="category">Its category.</param>
/// <param name="isCompared">Whether the run is compared to a baseline.</param>
/// <param name="hasWaivers">Whether waivers were given.</param>
internal sealed class ResultMaker(RuleDescriptors rules, Places places, Guid run, string category, bool isCompared, bool hasWaivers)
{
    public SarifResult Of(Finding finding, Fingerprint fingerprint)
    {
        var place = places.Of(finding);
        var level = finding.Verdict is Verdict.Fail ? RuleDescriptors.Level(finding.Severity) : SarifLevel.None;
        return new(finding.Rule.Id, rules.Index(finding), Kind(finding), level, Message(finding))
        {
            Locations = place is null ? null : [new(place, [Subject(finding)])],
            Guid = Fingerprint.Uuid(run.ToString(), fingerprint.Whole),
            CorrelationGuid = Fingerprint.Uuid(category, fingerprint.Whole),
            PartialFingerprints = new(fingerprint.Short) { Whole = fingerprint.Whole },
            RelatedLocations = Related(finding),
            CodeFlows = NetworkFlow.Of(finding, place, places),
            BaselineState = isCompared && finding.Standing is { } standing ? State(standing.State) : null,
            Suppressions = finding.Waiver is { } waiver ? [Suppression(waiver)] : hasWaivers ? [] : null,
            Properties = Properties(finding),
        };
    }

    /// <summary>A failure of the baseline: absent where it is fixed, else as it was.</summary>
    public SarifResult Of(PastFailure past, Fingerprint fingerprint)
    {
        var result = Of(past.Finding, fingerprint);
        return result with
        {
            // a result in whose place another one stands now is told from that
            Guid = Fingerprint.Uuid(run.ToString(), fingerprint.Whole, "baseline"),
            BaselineState = past.IsFixed ? SarifBaselineState.Absent : SarifBaselineState.Unchanged,
            Properties = past.IsFixed ? result.Properties with { Fixed = PlainText.Of(past.Why) } : result.Properties with { CarriedForward = PlainText.Of(past.Why) },
        };
    }

    private static SarifBaselineState State(BaselineState state) => state switch
    {
        BaselineState.New => SarifBaselineState.New,
        BaselineState.Updated => SarifBaselineState.Updated,
        _ => SarifBaselineState.Unchanged,
    };

    private static SarifSuppression Suppression(Waiver waiver) => new(PlainText.Of(waiver.Reason), new(waiver.Expires, PlainText.Of(waiver.Owner), waiver.Ticket is { } ticket ? PlainText.Of(ticket) : null))
    {
        Location = Places.Of(waiver.Place) is { } place ? new(place) : null,
    };

    /// <summary>SARIF has a word for what awaits somebody's attestation.</summary>
    private static SarifKind Kind(Finding finding) => finding.Verdict switch
    {
        Verdict.Pass => SarifKind.Pass,
        Verdict.Fail => SarifKind.Fail,
        Verdict.Unknown => finding.Gap?.Remedy.Kind is RemedyKind.Attestation ? SarifKind.Review : SarifKind.Open,
        _ => SarifKind.NotApplicable,
    };

    private SarifMessage Message(Finding finding)
    {
        var (label, rule) = (finding.SubjectLabel, finding.Rule.Id);
        switch (finding.Verdict)
        {
            case Verdict.Fail:
                var template = MessageTemplate.Failure(finding.Message);
                return template.With(rules.FailureId(finding, template), [.. Own(finding), label, finding.Fix.TrimEnd('.')]);
            case Verdict.Unknown:
                return MessageTemplate.Unknown.With("unknown", label, rule,
                    finding.Gap?.ToString() ?? "nothing was recorded", finding.Gap?.Remedy.ToString() ?? "nothing that is known");
            case Verdict.Pass:
                return MessageTemplate.Pass.With("pass", label, rule);
            default:
                return MessageTemplate.NotApplicable.With("notApplicable", label, rule,
                    finding.Message?.ToString().TrimEnd('.') ?? "no reason was given");
        }
    }

    private static IReadOnlyList<string> Own(Finding finding) => finding.Message?.Arguments ?? [];

    private List<SarifLocation>? Related(Finding finding)
    {
        var located = finding.Related.Select(r => (r.Id, r.Label, Place: places.OfResource(r.Id))).Where(r => r.Place is not null)
            .Select((r, i) => new SarifLocation(r.Place!, [new(PlainText.Of(r.Label), PlainText.Of(r.Id))])
            {
                Id = i + 1, Message = new($"Related: '{SarifEscape.Message(r.Label)}'."),
            })
            .ToList();
        return located.Count == 0 ? null : located;
    }

    private SarifResultProperties Properties(Finding finding) => Subject(finding.SubjectId, finding.SubjectKey, finding.SubjectKind) with
    {
        Fix = finding.Verdict is Verdict.Fail ? PlainText.Of(finding.Fix) : null,
        Changed = Texts(isCompared && finding.Standing is { } standing ? standing.Changed : []),
        Notes = Texts(finding.Notes.Select(n => n.Text)),
        Related = Texts(finding.Related.Where(r => places.OfResource(r.Id) is null).Select(r => $"{r.Label} ({r.Id})")),
        Remedies = Texts(finding.Verdict is Verdict.Unknown ? finding.Gaps.Select(g => g.Remedy.ToString()).Distinct() : []),
    };

    public static SarifResultProperties Subject(string id, string key, string kind) => new(PlainText.Of(id), PlainText.Of(key), kind);

    private static List<string>? Texts(IEnumerable<string> texts) => texts.Select(PlainText.Of).ToList() is { Count: > 0 } some ? some : null;

    private static SarifLogicalLocation Subject(Finding finding) => new(PlainText.Of(finding.SubjectLabel), PlainText.Of(finding.SubjectId));
}
