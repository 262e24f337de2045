using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists what Karpenter has asked for: one claim for each node that it makes.</summary>
internal sealed class NodeClaimCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("karpenter.sh", ["v1", "v1beta1"], "nodeclaims");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, item => Map(scope, item), sink, cancellationToken);

    private static NodeClaim Map(KubernetesScope scope, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<NodeClaim>(name),
            Key = ObjectListing.Key<NodeClaim>(name),
            Name = item.Name(),
            NodePool = item.Optional(i => i["metadata"]["labels"]["karpenter.sh/nodepool"].Text),
            Node = item.Optional(i => i["status"]["nodeName"].Text),
            ProviderId = item.Optional(i => i["status"]["providerID"].Text),
            IsReady = item.Truth(i => Conditions.Met(i["status"], "Ready"), "status.conditions[Ready]"),
            IsDrifted = item.Truth(i => Conditions.Met(i["status"], "Drifted") is true), // Karpenter takes the condition away from a node that has not drifted
        };
    }
}
