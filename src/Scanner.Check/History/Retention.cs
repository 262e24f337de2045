using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>Which past checks may go: those that are older than is kept, but never the last one of an environment, nor what tells how a present failure began.</summary>
public static class Retention
{
    /// <param name="checks">All that there are.</param>
    /// <param name="limit">What is kept.</param>
    /// <param name="now">The time.</param>
    /// <returns>Those that may go, and how many stay although they are past the limit.</returns>
    public static (IReadOnlyList<PastCheck> Removable, int Needed) Of(IReadOnlyList<PastCheck> checks, HistoryLimit limit, DateTimeOffset now)
    {
        var ordered = HistoryTracer.Ordered(checks);
        var past = ordered.Where((c, i) => limit.IsPast(c.At, ordered.Count - i, now)).ToList();
        if (past.Count == 0) return ([], 0);
        var needed = Needed(ordered);
        return ([.. past.Where(c => !needed.Contains(c.Name))], past.Count(c => needed.Contains(c.Name)));
    }

    private static HashSet<string> Needed(IReadOnlyList<PastCheck> ordered)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal) { ordered[^1].Name };
        foreach (var trend in HistoryTracer.Trace(ordered))
        {
            needed.Add(trend.Steps[^1].Check.Name);
            needed.Add(trend.Steps.Last(s => s.Environment is not null).Check.Name);
            // one that is out of sight has ended as little as one that is there
            foreach (var failure in trend.Failures.Where(f => f.State is not FailureState.Fixed))
                foreach (var check in new[] { failure.Before, failure.First, failure.LastSeen }.OfType<PastCheck>()) needed.Add(check.Name);
        }
        return needed;
    }
}
