using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Drift.Declared;

/// <summary>How many pods a workload has is not for its file to say where an autoscaler is in charge of it.</summary>
internal static class Autoscaling
{
    public static IEnumerable<IgnoreRule> Expected(Snapshot snapshot) => snapshot.Observations
        .Where(o => o.Kind == nameof(HorizontalPodAutoscaler) && DeclaredDriftFinder.IsSeen(o))
        .Select(o => (Space: Text(o, "namespace"), Kind: Text(o, "targetKind"), Name: Text(o, "targetName"))).Where(t => t is { Space: not null, Kind: not null, Name: not null })
        .Distinct().OrderBy(t => (t.Space, t.Kind, t.Name))
        .Select(t => new IgnoreRule("a HorizontalPodAutoscaler decides how many pods there are") { Kind = nameof(Workload), Key = $"Workload/{t.Space}/{t.Kind}/{t.Name}", Path = "replicas" });

    private static string? Text(Observation observation, string property) =>
        observation.Properties.FirstOrDefault(p => p.Name == property) is { Gap: null, Value.ValueKind: JsonValueKind.String } said ? said.Value.GetString() : null;
}
