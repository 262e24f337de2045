using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists what Karpenter has asked for: one claim for each node that it makes.</summary>
internal sealed class NodeClaimCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("karpenter.sh", ["v1", "v1beta1"], "nodeclaims");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["metadata.labels", "status.nodeName", "status.providerID", "status.conditions"], item => Map(scope, item), cancellationToken);

    private static NodeClaim Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<NodeClaim>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<NodeClaim>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        NodePool = item.Optional(i => i["metadata.labels"]["karpenter.sh/nodepool"].Text()),
        Node = item.Optional(i => i["status.nodeName"].Text() is { Length: > 0 } node ? node : null),
        ProviderId = item.Optional(i => i["status.providerID"].Text() is { Length: > 0 } id ? id : null),
        IsReady = item.Truth(i => i.Condition("Ready"), "condition Ready"),
        IsDrifted = item.Truth(i => i.Condition("Drifted") is true), // Karpenter takes the condition away from a node that has not drifted
    };
}
