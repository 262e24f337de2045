using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Nodes.</summary>
internal sealed class KubeNodeCollector : IKubernetesCollector
{
    private static readonly ApiResource s_nodes = new("", ["v1"], "nodes");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_nodes, node => Map(node, scope), sink, cancellationToken);

    private static KubeNode Map(Answer<ObjectField> node, KubernetesScope scope) => new()
    {
        Id = scope.Identity<KubeNode>(node.NamedBy()),
        Key = Key(node),
        Name = node.Name(),
        Labels = node.Labels(),
        Taints = node.Items(n => n["spec"].Present["taints"].List.Select(t => new Taint(t["key"].NeedText, t["value"].Text, t["effect"].NeedText))),
        ProviderId = node.Optional(n => n["spec"].Present["providerID"].Text),
        KubeletVersion = node.Field(n => KubernetesVersion.Parse(n["status"]["nodeInfo"]["kubeletVersion"].NeedText), "status.nodeInfo.kubeletVersion"),
        Allocatable = node.Map(n => n["status"]["allocatable"].Present.Map),
        IsReady = node.Truth(n => Conditions.Met(n["status"], "Ready"), "status.conditions[Ready]"),
        IsUnschedulable = node.Truth(n => n["spec"].Present["unschedulable"].FlagOr(false)), // left out where it is false
        InternalIps = node.Items(n => n["status"]["addresses"].Present.List.Where(a => a["type"].NeedText == "InternalIP").Select(a => a["address"].NeedText)),
        CreatedAt = node.CreatedAt(),
    };

    /// <summary>Nodes of one group share a key: they come and go, and are alike.</summary>
    private static string Key(Answer<ObjectField> node)
    {
        if (node.Labels() is { IsKnown: true, Value: var labels })
        {
            if (labels["eks.amazonaws.com/nodegroup"] is { } group) return ObjectIds.Key<KubeNode>($"nodegroup/{group}");
            if ((labels["karpenter.sh/nodepool"] ?? labels["karpenter.sh/provisioner-name"]) is { } pool) return ObjectIds.Key<KubeNode>($"nodepool/{pool}");
        }
        return node.NamedBy() is { } name ? ObjectIds.Key<KubeNode>(name) : "";
    }
}
