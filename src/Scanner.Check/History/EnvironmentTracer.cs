using Scanner.Check.Accepting;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>Goes through the checks of one environment: a failure lasts until a check sees that it is none, and not until one fails to see it.</summary>
internal sealed class EnvironmentTracer(IReadOnlyList<TrendStep> steps)
{
    private readonly IReadOnlyList<PastReport?> _reports = [.. steps.Select(s => s.Environment is { } found ? new PastReport(found) : null)];
    private readonly List<FailureTrack> _open = [];
    private readonly List<FailureTrack> _all = [];

    public EnvironmentTrend Trace()
    {
        var counted = steps.Select((step, at) => _reports[at] is { } report ? Take(at, report) : step with { Lost = _open.Count(t => t.Lose(step.Check, "its environment was not found")) }).ToList();
        var stories = _all.Select(t => t.Story()).OrderBy(s => s.Finding.Rule.Id, StringComparer.Ordinal).ThenBy(s => s.Finding.SubjectKey, StringComparer.Ordinal).ThenBy(s => s.First.At).ThenBy(s => s.Finding.SubjectId, StringComparer.Ordinal);
        return new(steps.Last(s => s.Environment is not null).Environment!, counted, [.. stories]);
    }

    private TrendStep Take(int at, PastReport report)
    {
        var (step, fixedNow, lost) = (steps[at], 0, 0);
        var matches = VerdictMatches.Between(report.Report.Findings, [.. _open.Select(t => t.Verdict)]);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var track in _open.ToList())
        {
            var match = matches.Of(track.Verdict);
            if (match is { Verdict: Verdict.Fail })
            {
                track.See(step.Check, report.VerdictOf(match), report.Past);
                seen.Add(track.Verdict);
                continue;
            }
            var fate = new Fates(report.Report, track.Environment).Of(track.Verdict, match);
            if (!fate.IsFixed && track.Lose(step.Check, fate.Why) && fate.Fate is PastFate.OutOfSight) lost++;
            if (!fate.IsFixed) continue;
            track.Fix(step.Check, fate.Why);
            _open.Remove(track);
            fixedNow++;
        }
        var fresh = report.Past.Verdicts.Where(v => v.Verdict is Verdict.Fail && !seen.Contains(v)).ToList();
        Begin(at, fresh);
        return step with { New = at == 0 ? 0 : fresh.Count, Fixed = fixedNow, Lost = lost };
    }

    private void Begin(int at, List<BaselineVerdict> fresh)
    {
        var beginnings = new Beginnings(steps, _reports).Of(at, fresh);
        foreach (var failure in fresh)
        {
            var track = new FailureTrack(steps[at].Check, failure, _reports[at]!.Past, beginnings[failure]);
            _open.Add(track);
            _all.Add(track);
        }
    }
}
