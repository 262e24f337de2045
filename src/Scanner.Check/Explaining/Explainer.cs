using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Explains verdicts: what they rest on is told by judging again with other values, and not by what was read.</summary>
public sealed class Explainer
{
    private const int Most = 1500;
    private const int MostObservations = 2_000_000;
    private const int Least = 40;
    private const int MostNamed = 8;

    private readonly SeenFacts _seen;
    private readonly Retrial _retrial;
    private readonly TurnSearch _turns;
    private readonly OpeningSearch _openings;
    private readonly int _share;

    /// <param name="snapshot">What the scan saw.</param>
    /// <param name="parameters">What the user says.</param>
    /// <param name="rules">The rules that are explained.</param>
    /// <param name="count">How many verdicts, which share what may be tried.</param>
    /// <param name="cancellationToken">The user's.</param>
    public Explainer(Snapshot snapshot, Parameters parameters, IReadOnlyList<LoadedRule> rules, int count, CancellationToken cancellationToken)
    {
        _seen = new(snapshot);
        var alternatives = new Alternatives(snapshot, _seen);
        _retrial = new(parameters, rules, new());
        _share = Math.Max(Least, Retrial.Affordable(snapshot, Most, Most / 10, MostObservations) / Math.Max(1, count));
        _turns = new(snapshot, _seen, alternatives, _retrial, cancellationToken);
        _openings = new(snapshot, alternatives, _retrial, cancellationToken);
    }

    /// <summary>How often rules were judged again so far.</summary>
    public int Tries => _retrial.Tries;

    /// <param name="finding">The verdict, with its readings.</param>
    /// <param name="environment">The id of its environment.</param>
    public Explanation Of(Finding finding, string environment)
    {
        _retrial.Allow(_share);
        var (facts, hints) = (_seen.Of(finding), new Hints(finding));
        IReadOnlyList<Turn> turns = finding.Verdict is Verdict.Unknown ? [] : _turns.Of(finding, environment);
        IReadOnlyList<Opening> openings = finding.Verdict is Verdict.Unknown ? _openings.Of(finding, environment) : [];
        IReadOnlyList<SeenFact> decisive = turns.Count > 0 ? [.. turns.Select(t => t.Fact)]
            : [.. facts.Where(f => hints.Rank(f, _seen) < 3).OrderBy(f => hints.Rank(f, _seen)).ThenBy(f => f.Name, StringComparer.Ordinal).Take(MostNamed)];
        return new(finding, decisive, [.. facts.Except(decisive)], turns, openings, !_retrial.IsExhausted)
        {
            Conflicts = [.. decisive.SelectMany(f => _seen.Conflicts(f).Select(c => (f, c.Evidence, c.Value)))],
            NameOf = _seen.NameOf,
        };
    }
}
