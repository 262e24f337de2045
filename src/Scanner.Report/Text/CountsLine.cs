using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>The outcome in one word, and the counts behind it; a rule counts once, with the worst of its subjects.</summary>
internal sealed class CountsLine(EnvironmentReport environment, ScanReport report)
{
    private readonly IReadOnlyList<RuleOutcome> _outcomes = RuleOutcome.Of(environment);

    public void Write(TextCanvas canvas)
    {
        var (word, ink) = Outcome();
        canvas.Line(word, ink, "  " + Counts);
    }

    /// <summary>How many rules came to what.</summary>
    public string Counts => $"{Failures}{Words.Count(_outcomes.Count, "rule")}: {Count(Verdict.Pass)} pass, {Count(Verdict.Fail)} fail, "
        + $"{Count(Verdict.Unknown)} unknown, {Count(Verdict.NotApplicable)} not applicable{Waived}";

    /// <summary>Only what was decided completely is called compliant, and nothing that has warnings.</summary>
    public (string Word, Ink Ink) Outcome() =>
        environment.Findings.Any(f => f.Fails && (f.Severity is Severity.Error || f.Severity >= report.FailOn) && (!report.FailsOnNewOnly || f.Standing?.State is BaselineState.New)) ? ("FAILED", Ink.Bad)
        : report.Refused.Count > 0 ? ("INCOMPLETE", Ink.Doubtful)
        : report.FailsOnNewOnly && _outcomes.Any(o => o.Severity is not null) ? ("NOTHING NEW FAILS", Ink.Doubtful)
        : Count(Verdict.Pass) + Count(Verdict.Fail) == 0 && !_outcomes.Any(o => o.IsWaived) ? ("UNDECIDED", Ink.Doubtful)
        : _outcomes.Any(o => o.Severity is Severity.Warning) ? ($"WARNINGS{(Count(Verdict.Unknown) > 0 ? ", and not everything could be told" : "")}", Ink.Doubtful)
        : Count(Verdict.Unknown) > 0 ? ($"COMPLIANT{Notes} as far as it could be told", Ink.Good)
        : ($"COMPLIANT{Notes}", Ink.Good);

    /// <summary>What is only advised, and not followed, is no all-clear either.</summary>
    private string Notes => Count(Verdict.Fail) > 0 ? " but for notes" : _outcomes.Any(o => o.IsWaived) ? " but for what is waived" : "";

    private string Waived => _outcomes.Count(o => o.IsWaived) is > 0 and var count ? $", {count} waived" : "";

    private string Failures
    {
        get
        {
            var parts = new[] { Severity.Error, Severity.Warning, Severity.Note }
                .Select(s => (s, Count: _outcomes.Count(o => o.Severity == s))).Where(p => p.Count > 0)
                .Select(p => Words.Count(p.Count, p.s.ToString().ToLowerInvariant())).ToList();
            return parts.Count == 0 ? "" : string.Join(", ", parts) + " · ";
        }
    }

    private int Count(Verdict verdict) => _outcomes.Count(o => o.Is(verdict));
}
