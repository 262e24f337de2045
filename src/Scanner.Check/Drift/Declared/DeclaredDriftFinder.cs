using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Compares what files declare with what is there: both are in one snapshot, each with its plane.</summary>
public static class DeclaredDriftFinder
{
    /// <summary>Where they differ, apart from what is expected; null where nothing is declared beside something that was seen.</summary>
    /// <param name="snapshot">A scan over which files were laid.</param>
    /// <param name="expected">Drift that the user expects.</param>
    public static DeclaredDrift? Find(Snapshot snapshot, IReadOnlyList<IgnoreRule> expected)
    {
        // a change that is not made yet is meant to be another than what is there
        if (snapshot.Header.IsPreview || !snapshot.Observations.Any(IsSeen)) return null;
        var declared = snapshot.Observations.Where(IsDeclaration).Select(o => (o.Kind, o.Id)).ToHashSet();
        if (declared.Count == 0) return null;
        var finder = new ConflictFinder(snapshot);
        foreach (var resource in snapshot.Observations.Where(o => declared.Contains((o.Kind, o.Id))).GroupBy(o => (o.Kind, o.Id)).OrderBy(r => r.Key.Kind, StringComparer.Ordinal).ThenBy(r => r.Key.Id, StringComparer.Ordinal))
            finder.Compare([.. SnapshotBuilder.Sorted([.. resource])]);
        foreach (var question in HostFiles.Of(snapshot)) finder.Compare(question);
        foreach (var asked in TargetGroupAttributes.Of(snapshot).Concat(DriftedClaims.Of(snapshot))) finder.Compare(asked);
        var ignoring = new Ignoring([.. expected, .. Autoscaling.Expected(snapshot)]);
        var conflicts = finder.Conflicts.Where(c => !ignoring.Ignores(c)).OrderBy(c => c.Resource, ResourceName.Order).ThenBy(c => c.Path, StringComparer.Ordinal).ThenBy(c => Text(c.Declared), StringComparer.Ordinal).ThenBy(c => Text(c.Live), StringComparer.Ordinal).ToList();
        var undecided = finder.Undecided.Where(u => !ignoring.Ignores(u)).OrderBy(u => u.Resource, ResourceName.Order).ThenBy(u => u.Property, StringComparer.Ordinal).ToList();
        return new(new SeenScan(snapshot).Summary, [.. snapshot.Header.Files], conflicts, undecided, [.. ignoring.Ignored.Where(i => !i.IsUnused)], finder.Same);
    }

    /// <summary>Whether a file, or the provider's own copy of one, says it.</summary>
    internal static bool IsDeclaration(Observation observation) => observation.Evidence.Plane is Plane.Declared or Plane.LiveDeclared;

    /// <summary>Whether it is from looking.</summary>
    internal static bool IsSeen(Observation observation) => observation.Evidence.Plane is Plane.Live or Plane.LiveDeclared or Plane.Probe && !ScopeName.IsDeclared(observation.Evidence.Scope);

    private static string Text(SeenValues? seen) => seen is null ? "" : string.Join('\n', seen.Values.Select(Canonical.Of));
}
