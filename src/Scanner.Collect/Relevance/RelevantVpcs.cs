using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Relevance;

/// <summary>The VPCs that clusters have parts in or are peered with, and the scopes where these could not all be told.</summary>
internal sealed class RelevantVpcs
{
    /// <summary>What must have been listed in full before anything in an account and region may be called irrelevant.</summary>
    private static readonly string[] s_grounds = [nameof(Cluster), nameof(NodeGroup), nameof(ComputeInstance), nameof(PeeringConnection), nameof(Subnet)];

    private readonly HashSet<string> _vpcs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly ILookup<string, Thing> _byKind;
    private readonly Dictionary<string, Thing> _subnets;

    public RelevantVpcs(Snapshot snapshot, IReadOnlyList<Thing> things)
    {
        _byKind = things.ToLookup(t => t.Kind, StringComparer.Ordinal);
        _subnets = _byKind[nameof(Subnet)].ToDictionary(s => s.Id, StringComparer.Ordinal);
        var scopes = things.SelectMany(t => t.Scopes).Concat(snapshot.Coverage.Select(c => c.Scope)).ToHashSet(StringComparer.Ordinal);
        foreach (var scope in scopes.Where(IsAws)) Look(scope, snapshot.Coverage.Where(c => c.Scope == scope).ToLookup(c => c.Kind, StringComparer.Ordinal));
        LookAtNodes(things, scopes.Where(s => !IsAws(s)).All(s => IsListed(snapshot, s)) ? [] : scopes);
        LookAcrossPeerings();
    }

    /// <summary>Whether anything in a VPC may matter.</summary>
    public bool Has(string vpc) => _vpcs.Contains(vpc);

    /// <summary>Whether anything in an account and region may matter, because it holds no cluster or could not be looked through.</summary>
    public bool IsOpen(string scope) => !IsAws(scope) || _open.Contains(scope);

    private void Look(string scope, ILookup<string, Coverage> coverage)
    {
        var clusters = _byKind[nameof(Cluster)].Where(c => c.Scopes.Contains(scope)).Select(VpcsOf).ToList();
        foreach (var vpcs in clusters) _vpcs.UnionWith(vpcs);
        if (clusters.Count == 0 || clusters.Exists(v => v.Count == 0) || s_grounds.Any(kind => !coverage[kind].Any() || coverage[kind].Any(c => c.Gap is not null))) _open.Add(scope);
    }

    private List<string> VpcsOf(Thing cluster)
    {
        var groups = _byKind[nameof(NodeGroup)].Where(g => g.Said("cluster").Texts.Contains(cluster.Id)).SelectMany(g => g.Said("subnets").Texts);
        var subnets = cluster.Said("subnets").Texts.Concat(cluster.Said("headNodeSubnet").Texts).Concat(groups);
        var nodes = _byKind[nameof(ComputeInstance)].Where(i => i.Said("cluster").Texts.Contains(cluster.Id)).SelectMany(i => i.Said("vpc").Texts);
        return [.. subnets.Where(_subnets.ContainsKey).SelectMany(s => _subnets[s].Said("vpc").Texts).Concat(nodes).Concat(cluster.Said("vpc").Texts)];
    }

    /// <summary>The nodes of a Kubernetes cluster that names them itself.</summary>
    private void LookAtNodes(IReadOnlyList<Thing> things, IEnumerable<string> unlisted)
    {
        _open.UnionWith(unlisted);
        var named = things.Where(t => !t.Scopes.All(IsAws)).SelectMany(t => t.Mentions).ToHashSet(StringComparer.Ordinal);
        _vpcs.UnionWith(_byKind[nameof(ComputeInstance)].Where(i => named.Contains(i.Id)).SelectMany(i => i.Said("vpc").Texts));
    }

    /// <summary>A peering leads to its other side and no further.</summary>
    private void LookAcrossPeerings()
    {
        var own = _vpcs.ToHashSet(StringComparer.Ordinal);
        foreach (var peering in _byKind[nameof(PeeringConnection)])
        {
            var (requester, accepter) = (peering.Said("requester"), peering.Said("accepter"));
            if (!requester.IsKnown || !accepter.IsKnown) _open.UnionWith(peering.Scopes);
            else if (requester.Texts.Concat(accepter.Texts).Any(own.Contains)) _vpcs.UnionWith(requester.Texts.Concat(accepter.Texts));
        }
    }

    private static bool IsListed(Snapshot snapshot, string scope) =>
        snapshot.Coverage.Where(c => c.Scope == scope && c.Kind == nameof(KubeNode)).ToList() is { Count: > 0 } listings && listings.TrueForAll(c => c.Gap is null);

    private static bool IsAws(string scope) => scope.StartsWith("aws/", StringComparison.Ordinal);
}
