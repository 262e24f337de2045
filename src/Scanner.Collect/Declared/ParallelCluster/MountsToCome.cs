using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>What hosts mount under a change of their cluster's storage: what they say themselves is of before it.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="declared">What is handed over: the change, and perhaps facts of hosts.</param>
/// <param name="twins">Which of the one is which of the other.</param>
internal sealed class MountsToCome(SeenFacts seen, Snapshot declared, Twins twins)
{
    private const string Storage = "sharedStorage";

    /// <summary>That their own word on mounts is void.</summary>
    public IEnumerable<Observation> Open() =>
        from change in declared.Observations
        where change.Kind == nameof(Cluster) && twins.Of(change) is { } twin && IsChanged(change, twin)
        from host in seen.Of(nameof(ComputeInstance)).Concat(declared.Observations.Where(o => o.Kind == nameof(ComputeInstance)))
        where host.Evidence.Plane is Plane.Probe && SeenFacts.Property(host, "mounts") is not null && IsOf(host, twins.Of(change)!)
        let evidence = change.Evidence with { Plane = Plane.Preview, Scope = twins.Of(host)?.Evidence.Scope ?? twins.ScopeFor(host.Evidence.Scope) ?? host.Evidence.Scope }
        select new Observation(host.Id, host.Key, host.Kind, evidence, [new("mounts", default, Gap(host, evidence))]);

    private static Gap Gap(Observation host, Evidence evidence) => new(evidence.Scope, host.Kind, evidence.Action, GapCause.NotAsked,
        OneLine.Of($"{evidence.Locator}: the storage of the cluster is another than before, and what {host.Id} mounts then it cannot say yet"),
        new(RemedyKind.Flag, "update the cluster, then gather node facts anew"));

    private bool IsChanged(Observation change, Observation twin) => SeenFacts.Property(change, Storage) is { } said
        && (said.Gap is not null || seen.Value(nameof(Cluster), twin.Id, Storage) is not { } before || !JsonElement.DeepEquals(twins.Renamed(said.Value), before));

    private bool IsOf(Observation host, Observation cluster) => seen.Value(nameof(ComputeInstance), host.Id, "cluster") is not { ValueKind: JsonValueKind.String } of || of.GetString() == cluster.Id;
}
