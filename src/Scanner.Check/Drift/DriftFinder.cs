using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift;

/// <summary>Compares two snapshots by key. What either scan could not see is undecided, and never counts as come, gone or changed.</summary>
public static class DriftFinder
{
    /// <summary>What is different, apart from what is expected.</summary>
    /// <param name="baseline">The earlier snapshot.</param>
    /// <param name="current">The later one.</param>
    /// <param name="expected">Drift that the user expects, beside what always is (<see cref="ExpectedDrift"/>).</param>
    public static DriftReport Find(Snapshot baseline, Snapshot current, IReadOnlyList<IgnoreRule> expected)
    {
        var (old, now) = (new SeenScan(baseline), new SeenScan(current));
        var pairing = new Pairing(old, now);
        var comparison = new ResourceComparison(old.ListingsBeside(now), now.ListingsBeside(old), new ReferenceNames(pairing.KeyOf));
        foreach (var pair in pairing.Pairs()) comparison.Compare(pair);
        foreach (var (kind, scope) in old.Listed.Concat(now.Listed).Distinct()) comparison.Unlisted(kind, scope);
        var ignoring = new Ignoring([.. expected, .. ExpectedDrift.Rules]);
        var changes = comparison.Changes.Where(c => !ignoring.Ignores(c)).ToList();
        var undecided = comparison.Undecided.Where(u => !ignoring.Ignores(u)).ToList();
        return new(old.Summary, now.Summary, Sorted(changes), Sorted(undecided), ignoring.Ignored, comparison.Same);
    }

    private static List<Change> Sorted(List<Change> changes) =>
    [
        .. changes.OrderBy(c => c.Resource, ResourceName.Order).ThenBy(c => c.PathText, StringComparer.Ordinal)
            .ThenBy(c => Text(c.Old), StringComparer.Ordinal).ThenBy(c => Text(c.New), StringComparer.Ordinal),
    ];

    private static List<Undecided> Sorted(List<Undecided> undecided) =>
        [.. undecided.OrderBy(u => u.Resource, ResourceName.Order).ThenBy(u => u.Property, StringComparer.Ordinal)];

    private static string Text(SeenValues? seen) => seen is null ? "" : string.Join('\n', seen.Values.Select(Canonical.Of));
}
