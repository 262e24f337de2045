using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Relevance;

/// <summary>
/// Leaves out of a snapshot what can matter to no cluster in it: instances, network interfaces and security groups of VPCs that no cluster
/// has parts in, is peered with, or refers to. In doubt, and all else, is kept.
/// </summary>
/// <remarks>
/// Only these kinds are many, and only these are looked at through something else; databases, load balancers, file systems, routes and names
/// are few, and rules ask for all of them: that there is none in another VPC is a fact that decides.
/// </remarks>
internal sealed class RelevantResources
{
    private static readonly HashSet<string> s_many = [nameof(ComputeInstance), nameof(NetworkInterface), nameof(SecurityGroup)];

    private readonly Snapshot _snapshot;
    private readonly IReadOnlySet<string> _whole;
    private readonly IReadOnlySet<string> _named;
    private readonly RelevantVpcs _vpcs;
    private readonly List<Thing> _things;
    private readonly HashSet<Thing> _kept = [];
    private readonly Queue<Thing> _fresh = new();

    private RelevantResources(Snapshot snapshot, IReadOnlySet<string> whole, IReadOnlySet<string> named)
    {
        (_snapshot, _whole, _named) = (snapshot, whole, named);
        _things = [.. snapshot.Observations.GroupBy(o => (o.Kind, o.Id)).Select(g => new Thing(g.Key.Kind, g.Key.Id, [.. g]))];
        _vpcs = new(snapshot, _things);
    }

    /// <param name="snapshot">All that was seen.</param>
    /// <param name="whole">The scopes of which everything is kept.</param>
    /// <param name="named">The ids of hosts that files tell of: they belong to a deployment, wherever they are.</param>
    /// <returns>What is kept, and what is not.</returns>
    public static (Snapshot Kept, IReadOnlyList<Thing> LeftOut) Of(Snapshot snapshot, IReadOnlySet<string> whole, IReadOnlySet<string> named) => new RelevantResources(snapshot, whole, named).Choose();

    private (Snapshot, IReadOnlyList<Thing>) Choose()
    {
        foreach (var thing in _things.Where(t => !s_many.Contains(t.Kind) || IsNear(t))) Keep(thing);
        FollowMentions();
        foreach (var gap in _snapshot.Gaps.Where(g => g.MakesIncomplete).Except(Remaining().Gaps)) Keep(_things.First(t => t.Observations.Any(o => o.Properties.Any(p => p.Gap == gap))));
        FollowMentions();
        return (Remaining(), [.. _things.Where(t => !_kept.Contains(t))]);
    }

    private Snapshot Remaining() => _snapshot with { Observations = [.. _snapshot.Observations.Where(_kept.SelectMany(t => t.Observations).ToHashSet(ReferenceEqualityComparer.Instance).Contains)] };

    /// <summary>Whatever is in no VPC, in one that was not told, or not told in full, may be near.</summary>
    private bool IsNear(Thing thing)
    {
        var (isKnown, vpcs) = thing.Said("vpc");
        return !isKnown || vpcs.Count == 0 || vpcs.Any(_vpcs.Has) || thing.IsPartial || thing.Scopes.Any(s => _whole.Contains(s) || _vpcs.IsOpen(s))
            || thing.Said("cluster").Texts.Count > 0 || thing.IsTrue("hasWorkbench") || _named.Contains(thing.Id) || thing.Said("description").Texts.Any(d => d.StartsWith("ELB ", StringComparison.Ordinal));
    }

    /// <summary>Keeps what the kept name by id, and what clusters name by address, until nothing new is named.</summary>
    private void FollowMentions()
    {
        var far = _things.Where(t => !_kept.Contains(t)).ToList();
        var byId = far.ToLookup(t => t.Id, StringComparer.Ordinal);
        var byAddress = far.SelectMany(t => t.Said("privateIps").Texts.Concat(t.Said("ipv6Addresses").Texts).Select(ip => (ip, t))).ToLookup(p => p.ip, p => p.t, StringComparer.Ordinal);
        var byInstance = far.SelectMany(t => t.Said("instance").Texts.Select(i => (i, t))).ToLookup(p => p.i, p => p.t, StringComparer.Ordinal);
        while (_fresh.TryDequeue(out var thing))
        {
            foreach (var attached in byInstance[thing.Id]) Keep(attached);
            if (IsFarTargetGroup(thing)) continue;
            var isOfCluster = thing.Scopes.Any(s => s.StartsWith("k8s/", StringComparison.Ordinal));
            foreach (var mention in thing.Mentions)
                foreach (var named in isOfCluster ? byId[mention].Concat(byAddress[mention]) : byId[mention]) Keep(named);
        }
    }

    /// <summary>Its targets are compared with a cluster's own hosts, and never looked up.</summary>
    private bool IsFarTargetGroup(Thing thing) => thing.Kind == nameof(TargetGroup) && thing.Said("vpc").Texts is { Count: > 0 } vpcs && !vpcs.Any(_vpcs.Has);

    private void Keep(Thing thing)
    {
        if (_kept.Add(thing)) _fresh.Enqueue(thing);
    }
}
