using Scanner.Check.Accepting;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>Looks back from failures that a check found first: which earlier check saw that nothing failed there.</summary>
internal sealed class Beginnings(IReadOnlyList<TrendStep> steps, IReadOnlyList<PastReport?> reports)
{
    /// <param name="at">The check that found them, by its number.</param>
    /// <param name="failures">What it found first.</param>
    public IReadOnlyDictionary<BaselineVerdict, Beginning> Of(int at, IReadOnlyList<BaselineVerdict> failures)
    {
        var (known, doubts, open) = (Empty<Beginning>(), Empty<string>(), failures.ToList());
        for (var before = at - 1; before >= 0 && open.Count > 0; before--)
        {
            if (reports[before] is not { } report) continue;
            var (matches, fates) = (VerdictMatches.Between(report.Report.Findings, open), new Fates(report.Report, reports[at]!.Past));
            foreach (var failure in open.ToList())
            {
                var match = matches.Of(failure);
                var fate = fates.Of(failure, match);
                if (match is not { Verdict: Verdict.Fail } && !fate.IsFixed)
                {
                    doubts.TryAdd(failure, fate.Why);
                    continue;
                }
                known.Add(failure, new(steps[before].Check, Words(match) + (doubts.ContainsKey(failure) ? ", and in between it could not be told" : "")));
                open.Remove(failure);
            }
        }
        foreach (var failure in open) known.Add(failure, new(null, doubts.TryGetValue(failure, out var why) ? $"whether it failed before could not be told ({why})" : at == 0 ? "the history begins with it" : "the environment was not found before"));
        return known;
    }

    private static string Words(Finding? match) => match?.Verdict switch
    {
        null => "it was not there",
        Verdict.Pass => "it passed",
        Verdict.Fail => "one fewer of its key failed",
        _ => "the rule did not concern it",
    };

    private static Dictionary<BaselineVerdict, T> Empty<T>() => new((IEqualityComparer<BaselineVerdict>)ReferenceEqualityComparer.Instance);
}
