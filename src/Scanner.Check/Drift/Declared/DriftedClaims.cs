using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>The nodes that Karpenter made for the pools that files declare: of each it says itself whether it still is as its pool has it.</summary>
internal static class DriftedClaims
{
    private const string Pool = "/NodeGroup/nodepools/";

    public static IEnumerable<AskedAttribute> Of(Snapshot snapshot)
    {
        var claims = snapshot.Observations.Where(o => o.Kind == nameof(NodeClaim) && DeclaredDriftFinder.IsSeen(o)).OrderBy(o => o.Id, StringComparer.Ordinal).ToLookup(c => (c.Evidence.Scope, PoolOf(c)));
        foreach (var said in snapshot.Observations.Where(o => o is { Kind: nameof(NodeGroup), Evidence.Plane: Plane.Declared } && o.Id.Contains(Pool, StringComparison.Ordinal)).DistinctBy(o => o.Id).OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            if (snapshot.Observations.FirstOrDefault(o => o.Kind == said.Kind && o.Id == said.Id && DeclaredDriftFinder.IsSeen(o)) is not { } seen) continue;
            var name = said.Id[(said.Id.IndexOf(Pool, StringComparison.Ordinal) + Pool.Length)..];
            foreach (var claim in claims[(seen.Evidence.Scope, name)]) yield return new(said, [], "isDrifted", JsonSerializer.SerializeToElement(false), [claim]);
        }
    }

    private static string? PoolOf(Observation claim) =>
        claim.Properties.FirstOrDefault(p => p.Name == "nodePool") is { Gap: null, Value.ValueKind: JsonValueKind.String } pool ? pool.Value.GetString() : null;
}
