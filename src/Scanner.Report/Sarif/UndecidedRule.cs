using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Sarif;

/// <summary>SCN-001: the one alert by which GitHub's users learn that something could not be decided.</summary>
internal static class UndecidedRule
{
    public const string Id = "SCN-001";

    public static SarifDescriptor Describe(ReportOptions options) => new(Id, "AllRulesDecided", new("All rules could be decided."))
    {
        FullDescription = new("All rules could be decided. A rule that needs a fact which the scan did not see neither passes nor fails."),
        Help = RuleHelp.Of(
            ("Why", "What could not be decided may be wrong, and nobody would know"),
            ("Fix", "Do what the message says (a permission, a parameter, a flag), then scan again; scanner check lists all of it")),
        HelpUri = options.HelpUri?.Invoke(Id),
        DefaultConfiguration = new(SarifLevel.Note),
        MessageStrings = new Dictionary<string, SarifText> { ["undecided"] = new(MessageTemplate.Undecided.Text) },
        Properties = new(["coverage"], "very-high") { ProblemSeverity = "recommendation" },
    };

    /// <summary>One result for all that could not be decided; null where all could.</summary>
    public static SarifResult? Result(EnvironmentReport environment, BaselineEnvironment? before, int index, SarifPhysicalLocation? place, Guid run, string category)
    {
        var undecided = RuleOutcome.Of(environment).Where(o => o.Verdict is Verdict.Unknown).Select(o => o.Rule.Id).ToList();
        if (undecided.Count == 0) return null;
        if (place is null) throw new MissingLocationException($"{Id} of {PlainText.Of(environment.Label)}");
        var remedies = Remedies(environment);
        var fingerprint = Fingerprint.Of(Id, environment.Key);
        var message = MessageTemplate.Undecided.With("undecided", Number(undecided.Count), Number(environment.Rules.Count),
            environment.Label, remedies.Count == 0 ? "nothing that is known" : remedies[0]);
        return new(Id, index, SarifKind.Fail, SarifLevel.Note, message)
        {
            Locations = [new(place, [new(PlainText.Of(environment.Label), PlainText.Of(environment.Id))])],
            Guid = Fingerprint.Uuid(run.ToString(), fingerprint.Whole),
            CorrelationGuid = Fingerprint.Uuid(category, fingerprint.Whole),
            PartialFingerprints = new(fingerprint.Short) { Whole = fingerprint.Whole },
            BaselineState = before is null ? null : State(undecided, before),
            Properties = ResultMaker.Subject(environment.Id, environment.Key, nameof(Model.Environment)) with
            {
                Undecided = undecided, Remedies = [.. remedies.Select(PlainText.Of)],
            },
        };
    }

    private static SarifBaselineState State(List<string> undecided, BaselineEnvironment before)
    {
        var were = before.Verdicts.GroupBy(v => v.Finding.Rule.Id, StringComparer.Ordinal).Where(r => r.Any(v => v.Verdict is Verdict.Unknown) && !r.Any(v => v.Verdict is Verdict.Fail)).Select(r => r.Key).ToList();
        return were.Count == 0 ? SarifBaselineState.New : undecided.ToHashSet(StringComparer.Ordinal).SetEquals(were) ? SarifBaselineState.Unchanged : SarifBaselineState.Updated;
    }

    private static List<string> Remedies(EnvironmentReport environment) =>
    [
        .. environment.Findings.Where(f => f is { Verdict: Verdict.Unknown, Gap: not null }).GroupBy(f => f.Gap!.Remedy.ToString())
            .OrderByDescending(g => g.Select(f => f.Rule.Id).Distinct().Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
