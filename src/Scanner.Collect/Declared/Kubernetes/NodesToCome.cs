using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>What becomes of nodes whose group or Karpenter node class a change makes another: those that no longer fit are replaced.</summary>
/// <param name="seen">What a scan saw.</param>
/// <param name="changes">What the change makes another.</param>
internal sealed class NodesToCome(SeenFacts seen, Alterations changes)
{
    /// <summary>The labels by which nodes name their group, by how the group's key begins.</summary>
    private static readonly (string Key, string Label)[] s_labels = [("NodeGroup/", "karpenter.sh/nodepool"), ("eks/", "eks.amazonaws.com/nodegroup")];

    /// <summary>What a property of a class decides of nodes and their hosts.</summary>
    private static readonly ILookup<string, string> s_byClass = new[]
    {
        ("subnetTerms", "subnet"), ("subnetTerms", "availabilityZone"), ("subnetTerms", "networkInterfaces"), ("subnetTerms", "privateIps"), ("subnetTerms", "ipv6Addresses"), ("subnetTerms", "internalIps"), ("subnetTerms", "publicIp"),
        ("securityGroupTerms", "securityGroups"), ("associatePublicIp", "publicIp"), ("imageTerms", "imageId"), ("imageTerms", "kubeletVersion"),
    }.ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    /// <summary>What is told by what stays: names, tags, and whom they belong to.</summary>
    private static readonly string[] s_kept = ["cluster", "name", "namespace", "nodePool", "pool", "role", "tags", "vpc"];

    /// <summary>That what the change may alter of nodes is not known.</summary>
    public IEnumerable<Observation> Open() => OfClasses().Concat(OfPools());

    private IEnumerable<Observation> OfClasses() =>
        from change in changes.Of(nameof(NodeClass), [.. s_byClass.Select(p => p.Key)])
        from pool in seen.Of(nameof(NodeGroup)).Where(o => MayBeOf(o, change.Twin.Id)).DistinctBy(o => o.Id)
        from made in Nodes(pool, _ => true)
        select Opened(change.Said, made, p => change.Properties.Any(c => s_byClass[c].Contains(p)), pool);

    /// <summary>A pool whose class was not seen may be of any.</summary>
    private bool MayBeOf(Observation pool, string made) => pool.Key.StartsWith("NodeGroup/", StringComparison.Ordinal)
        && (seen.Value(pool.Kind, pool.Id, "nodeClass") is not { } own || own.ToString() == made);

    private IEnumerable<Observation> OfPools() =>
        from change in changes.Of(nameof(NodeGroup), "imageId", "instanceTypes", "labels", "nodeClass", "requirements", "startupTaints", "subnets", "taints")
        let stays = change.Properties is ["requirements"] ? Requirements(change.Said) : null
        from made in Nodes(change.Twin, labels => stays is null || labels is null || !stays.TrueForAll(r => r.Holds(labels)))
        select Opened(change.Said, made, p => !s_kept.Contains(p, StringComparer.Ordinal), change.Twin);

    private static Observation Opened(Observation by, Observation made, Func<string, bool> isOpen, Observation pool) => Alterations.Opened(by, made, isOpen,
        $"the change has {pool.Key} make its nodes anew, and what {made.Key} is then is known once it is deployed", "deploy, then check the live account and cluster: --aws-region REGION --eks NAME");

    private static List<LabelRequirement>? Requirements(Observation pool) =>
        SeenFacts.Property(pool, "requirements") is { Gap: null } said ? said.Value.Deserialize<List<LabelRequirement>>(SnapshotJson.Options) : null;

    /// <summary>A pool's nodes of which something holds of the labels, and the hosts that they are on.</summary>
    private IEnumerable<Observation> Nodes(Observation pool, Func<StringMap?, bool> isMeant)
    {
        var (name, label) = (pool.Key[(pool.Key.LastIndexOf('/') + 1)..], s_labels.FirstOrDefault(l => pool.Key.StartsWith(l.Key, StringComparison.Ordinal)).Label);
        if (label is null) yield break;
        foreach (var node in seen.Of(nameof(KubeNode)).DistinctBy(o => o.Id))
        {
            var labels = seen.Value(node.Kind, node.Id, "labels")?.Deserialize<StringMap>(SnapshotJson.Options);
            if ((labels is not null && labels[label] != name) || !isMeant(labels)) continue;
            var host = seen.Value(node.Kind, node.Id, "providerId")?.ToString().Split('/')[^1] ?? "";
            var adapters = seen.Of(nameof(NetworkInterface)).Where(o => host.Length > 0 && seen.Value(o.Kind, o.Id, "instance")?.ToString() == host).Select(o => o.Id).Distinct().ToList();
            foreach (var made in seen.Of(nameof(KubeNode), node.Id).Concat(seen.Of(nameof(ComputeInstance), host)).Concat(adapters.SelectMany(id => seen.Of(nameof(NetworkInterface), id)))) yield return made;
        }
    }
}
