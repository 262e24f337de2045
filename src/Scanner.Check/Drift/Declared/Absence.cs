using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>Whether something that is declared and was not seen is surely not there.</summary>
internal sealed class Absence(Snapshot snapshot, Listings listings)
{
    /// <summary>The sorts of files of which something is there; of others nobody knows whether they are about what was seen.</summary>
    private readonly HashSet<string> _found = Found(snapshot);

    /// <summary>Why it may be there all the same; null where it cannot.</summary>
    public Gap? Doubt(Observation declared)
    {
        var scopes = snapshot.Coverage.Where(c => c.Kind == declared.Kind && !ScopeName.IsDeclared(c.Scope) && ScopeName.IsKubernetes(c.Scope) == ScopeName.IsKubernetes(declared.Evidence.Scope))
            .Select(c => c.Scope).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (!_found.Contains(declared.Evidence.Action) || Placed(declared, scopes) is not { } scope) return Elsewhere(declared);
        return listings.Unlisted(declared.Kind, scope) ?? listings.LeftOut(declared.Kind, [scope]);
    }

    /// <summary>Where it would be: in the only cluster, or with the ParallelCluster that it is a part of. Of other AWS resources no file says the region for sure.</summary>
    private string? Placed(Observation declared, List<string> scopes)
    {
        if (ScopeName.IsKubernetes(declared.Evidence.Scope)) return scopes is [var only] ? only : null;
        if (declared.Kind != nameof(NodeGroup) || declared.Key.Split('/') is not ["parallelcluster", var name, ..]) return null;
        var homes = snapshot.Observations.Where(o => o.Kind == nameof(Cluster) && o.Key == $"parallelcluster/{name}" && DeclaredDriftFinder.IsSeen(o)).Select(o => o.Evidence.Scope).Distinct(StringComparer.Ordinal).ToList();
        return homes is [var home] && scopes.Contains(home) ? home : null;
    }

    private static HashSet<string> Found(Snapshot snapshot)
    {
        var seen = snapshot.Observations.Where(DeclaredDriftFinder.IsSeen).Select(o => (o.Kind, o.Id)).ToHashSet();
        return snapshot.Observations.Where(o => o.Evidence.Plane is Plane.Declared && seen.Contains((o.Kind, o.Id))).Select(o => o.Evidence.Action).ToHashSet(StringComparer.Ordinal);
    }

    private static Gap Elsewhere(Observation declared) => new(declared.Evidence.Scope, declared.Kind, declared.Kind, GapCause.Undecidable,
        $"{OneLine.Of(declared.Key)} was not seen, and may be where the scan did not look, or go by another name", new(RemedyKind.Flag, "scan the account, region or cluster that it is in, and see whether it is there"));
}
