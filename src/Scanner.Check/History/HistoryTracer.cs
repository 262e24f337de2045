using Scanner.Model.Findings;
using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>Lays past checks side by side: how each environment fared, and when each failure began and ended.</summary>
public static class HistoryTracer
{
    /// <param name="checks">The checks, in any order.</param>
    /// <returns>Each environment that was found, by key and id.</returns>
    public static IReadOnlyList<EnvironmentTrend> Trace(IEnumerable<PastCheck> checks)
    {
        var ordered = Ordered(checks);
        var found = new List<List<BaselineEnvironment>>();
        foreach (var environment in ordered.SelectMany(c => c.Result.Environments))
            if (found.Find(f => f.Exists(e => e.Is(environment))) is { } same) same.Add(environment);
            else found.Add([environment]);
        return [.. found.Select(f => Trend(f, ordered)).OrderBy(t => t.Latest.Key, StringComparer.Ordinal).ThenBy(t => t.Latest.Id, StringComparer.Ordinal)];
    }

    /// <summary>By when their scans began.</summary>
    public static IReadOnlyList<PastCheck> Ordered(IEnumerable<PastCheck> checks) => [.. checks.OrderBy(c => c.At).ThenBy(c => c.Name, StringComparer.Ordinal)];

    private static EnvironmentTrend Trend(List<BaselineEnvironment> same, IReadOnlyList<PastCheck> checks)
    {
        var scopes = same.SelectMany(e => e.Scopes).ToHashSet(StringComparer.Ordinal);
        // who looked where it is and did not find it has lost sight of it; whoever looked elsewhere says nothing
        var steps = checks.Select(c => (Check: c, Environment: c.Result.Environments.FirstOrDefault(e => same.Contains(e, ReferenceEqualityComparer.Instance))))
            .Where(s => s.Environment is not null || s.Check.Result.Looked.Any(scopes.Contains)).Select(s => new TrendStep(s.Check, s.Environment)).SkipWhile(s => s.Environment is null).ToList();
        return new EnvironmentTracer(steps).Trace();
    }
}
