using Scanner.Model.Drift;
using Scanner.Model.Findings;
using Scanner.Model.History;

namespace Scanner.Check.History;

/// <summary>Of all that changed in a step, what matters to a failure that began with it.</summary>
public static class StepDriftFinder
{
    /// <param name="failure">The failure.</param>
    /// <param name="drift">Everything that changed.</param>
    public static StepDrift Of(Finding failure, DriftReport drift)
    {
        var (facts, kinds) = ((failure.Facts?.Digests ?? []).ToLookup(d => (d.Kind, d.Key), d => d.Property), new HashSet<(string, string)> { (failure.SubjectKind, failure.SubjectKey) });
        foreach (var fact in facts) kinds.Add(fact.Key);
        var near = drift.Changes.Where(c => kinds.Contains((c.Resource.Kind, c.Resource.Key))).ToList();
        // what it rests on says more than whatever else changed of the same resource
        var decisive = near.Where(c => c.Kind is not ChangeKind.Changed || facts[(c.Resource.Kind, c.Resource.Key)].Contains(c.Path[0].Member, StringComparer.Ordinal)).ToList();
        IReadOnlyList<Change> told = decisive.Count > 0 ? decisive : near;
        return new(told, drift.Changes.Count - told.Count, drift.Undecided.Count, Problem: null);
    }
}
