using Scanner.Model.Drift;
using Scanner.Report.Drift;

namespace Scanner.Report.Sarif;

/// <summary>SCN-002: what is declared, and is there in another way, at the declaring line.</summary>
internal static class ConflictRule
{
    private static readonly MessageTemplate s_other = new("'{0}' of '{1}' is otherwise than declared: '{2}'.");
    private static readonly MessageTemplate s_owned = new("'{0}' of '{1}' is otherwise than declared: '{2}'. It is decided by '{3}'.");
    private static readonly MessageTemplate s_absent = new("'{0}' is declared, and was not found.");

    public static SarifDescriptor Describe(ReportOptions options) => new(ConflictFingerprint.Rule, "LiveAsDeclared", new("What is there is as it is declared."))
    {
        FullDescription = new("What is there is as it is declared. A change that is made by hand is lost with the next deployment, and a file that was not deployed is no description of what runs."),
        Help = RuleHelp.Of(
            ("Why", "A change that is made by hand is lost with the next deployment, and a file that was not deployed is no description of what runs"),
            ("Fix", "Deploy the file, or write into it what is there; expected drift goes into ignore: of scanner.yaml, with a reason")),
        HelpUri = options.HelpUri?.Invoke(ConflictFingerprint.Rule),
        DefaultConfiguration = new(SarifLevel.Note),
        MessageStrings = new Dictionary<string, SarifText> { ["absent"] = new(s_absent.Text), ["other"] = new(s_other.Text), ["owned"] = new(s_owned.Text) },
        Properties = new(["drift"], "very-high") { ProblemSeverity = "recommendation" },
    };

    /// <summary>A result for each; the place is the declaring line, else what stands for the target.</summary>
    /// <exception cref="MissingLocationException">One has no place, and the profile needs one.</exception>
    public static IEnumerable<SarifResult> Results(IReadOnlyList<Conflict> conflicts, int index, Places places, SarifProfile profile, Guid run, string category)
    {
        if (profile.NeedsPlaces && conflicts.FirstOrDefault(c => PlaceOf(c, places) is null) is { } lost)
            throw new MissingLocationException($"{ConflictFingerprint.Rule} of {PlainText.Of(lost.Resource.Key)}");
        return ConflictFingerprint.Each(conflicts).Select(c => Result(c.Conflict, c.Fingerprint, index, PlaceOf(c.Conflict, places), run, category));
    }

    private static SarifPhysicalLocation? PlaceOf(Conflict conflict, Places places) => Places.Of(conflict.Place) ?? places.OfResource(conflict.Id) ?? places.Whole;

    private static SarifResult Result(Conflict conflict, Fingerprint fingerprint, int index, SarifPhysicalLocation? place, Guid run, string category) =>
        new(ConflictFingerprint.Rule, index, SarifKind.Fail, SarifLevel.Note, Message(conflict))
        {
            Locations = place is null ? null : [new(place, [new(PlainText.Of(conflict.Resource.Key), PlainText.Of(conflict.Id))])],
            Guid = Fingerprint.Uuid(run.ToString(), fingerprint.Whole),
            CorrelationGuid = Fingerprint.Uuid(category, fingerprint.Whole),
            PartialFingerprints = new(fingerprint.Short) { Whole = fingerprint.Whole },
            Properties = ResultMaker.Subject(conflict.Id, conflict.Resource.Key, conflict.Resource.Kind),
        };

    private static SarifMessage Message(Conflict conflict)
    {
        var (path, key, difference) = (conflict.Path, conflict.Resource.Key, ConflictLine.Difference(conflict, whole: false));
        return conflict.Live is null ? s_absent.With("absent", key)
            : conflict.Owner is { } owner ? s_owned.With("owned", path, key, difference, owner) : s_other.With("other", path, key, difference);
    }
}
