using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.ParallelCluster;

/// <summary>The hosts that go with login pools and queues which a changed configuration no longer names, and what they said of themselves.</summary>
internal sealed class NodesToGo
{
    private readonly HashSet<string> _hosts;

    /// <param name="seen">What a scan saw.</param>
    /// <param name="twins">Which of the one is which of the other.</param>
    public NodesToGo(SeenFacts seen, Twins twins)
    {
        var groups = seen.Of(nameof(NodeGroup)).Where(twins.IsDropped).DistinctBy(o => o.Id).ToList();
        var kept = seen.Of(nameof(NodeGroup)).Where(o => !twins.IsDropped(o)).DistinctBy(o => o.Id)
            .SelectMany(o => seen.Texts(o.Kind, o.Id, "instances") ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal);
        string? Said(Observation o, string property) => seen.Value(o.Kind, o.Id, property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        var pools = groups.Select(g => (Cluster: Said(g, "cluster"), Pool: Said(g, "pool"))).Where(p => p is { Cluster: not null, Pool: not null }).ToHashSet();
        // several compute resources share a queue, of which others may stay
        var staying = seen.Of(nameof(NodeGroup)).Where(o => !twins.IsDropped(o)).Select(o => (Said(o, "cluster"), Said(o, "pool"))).ToHashSet();
        _hosts = groups.SelectMany(g => seen.Texts(g.Kind, g.Id, "instances") ?? new HashSet<string>())
            .Concat(seen.Of(nameof(ComputeInstance)).Where(o => pools.Contains((Said(o, "cluster"), Said(o, "pool"))) && !staying.Contains((Said(o, "cluster"), Said(o, "pool")))).Select(o => o.Id))
            .Where(id => !kept.Contains(id)).ToHashSet(StringComparer.Ordinal);
        _hosts.UnionWith(seen.Of(nameof(NetworkInterface)).Where(o => Said(o, "instance") is { } host && _hosts.Contains(host)).Select(o => o.Id).ToList());
    }

    /// <summary>Whether something is such a host, an interface of one, or its Workbench.</summary>
    public bool IsGone(Observation o) => _hosts.Count > 0 && (_hosts.Contains(o.Id)
        || (o.Kind == nameof(WorkbenchServer) && o.Id.EndsWith("/workbench", StringComparison.Ordinal) && _hosts.Contains(o.Id[..^"/workbench".Length])));
}
