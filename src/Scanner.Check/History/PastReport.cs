using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.History;

/// <summary>What a past check found, in the shape that comparisons take, so that "fixed" means in a history what it means to a baseline.</summary>
internal sealed class PastReport
{
    private static readonly Gap s_notKept = new("", "", "what stood in the way", GapCause.Undecidable, "was not kept", new(RemedyKind.Retry, "check again"));

    private readonly Dictionary<object, BaselineVerdict> _verdicts = new(ReferenceEqualityComparer.Instance);

    public PastReport(BaselineEnvironment past)
    {
        foreach (var verdict in past.Verdicts) _verdicts.Add(Known(verdict.Finding), verdict);
        var rules = _verdicts.Keys.Cast<Finding>().Select(f => f.Rule).DistinctBy(r => r.Id, StringComparer.Ordinal).Where(r => past.Rules.Contains(r.Id));
        var findings = _verdicts.Keys.Cast<Finding>().ToList();
        (Past, Report) = (past, new(past.Id, past.Key, past.Label, new([.. past.Architectures], Confidence.Given, [], past.Undecided), [.. rules], findings) { Scopes = [.. past.Scopes] });
    }

    public BaselineEnvironment Past { get; }

    public EnvironmentReport Report { get; }

    public BaselineVerdict VerdictOf(Finding finding) => _verdicts[finding];

    /// <summary>What could not be told has a reason, even where that was not kept.</summary>
    private static Finding Known(Finding finding) => finding is { Verdict: Verdict.Unknown, Gap: null } ? finding with { Gap = s_notKept } : finding;
}
