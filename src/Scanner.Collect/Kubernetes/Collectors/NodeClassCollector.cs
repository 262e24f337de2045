using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists how nodes are made on AWS: by Karpenter (EC2NodeClass) and by EKS Auto Mode (NodeClass).</summary>
internal sealed class NodeClassCollector : IKubernetesCollector
{
    private static readonly ApiResource s_karpenter = new("karpenter.k8s.aws", ["v1", "v1beta1"], "ec2nodeclasses");
    private static readonly ApiResource s_auto = new("eks.amazonaws.com", ["v1"], "nodeclasses");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        Collect(scope, sink, s_karpenter, "spec.associatePublicIPAddress", cancellationToken),
        Collect(scope, sink, s_auto, "spec.advancedNetworking.associatePublicIPAddress", cancellationToken));

    private static Task Collect(KubernetesScope scope, SnapshotBuilder sink, ApiResource resource, string publicIp, CancellationToken cancellationToken) => scope.Observe(
        sink, resource, ["status.subnets", "status.securityGroups", "status.conditions", publicIp], item => Map(scope, resource, publicIp, item), cancellationToken);

    private static NodeClass Map(KubernetesScope scope, ApiResource resource, string publicIp, Answer<KubernetesItem> item)
    {
        var name = $"{resource.Plural}/{item.Value!.Id}";
        return new()
        {
            Id = scope.Object<NodeClass>(name).Id,
            Key = ObjectIds.Key<NodeClass>(name),
            Name = item.Optional(i => i.Name()),
            Subnets = item.Items(i => Ids(i["status.subnets"]).Select(id => new Ref<Subnet>(id))),
            SecurityGroups = item.Items(i => Ids(i["status.securityGroups"]).Select(id => new Ref<SecurityGroup>(id))),
            AssociatePublicIp = item.Optional(i => i[publicIp].Flag()),
            IsReady = item.Truth(i => i.Condition("Ready"), "condition Ready"),
        };
    }

    /// <summary>A status without them was not yet written.</summary>
    private static IEnumerable<string> Ids(KubernetesField found) => found.Need().Items().Select(f => f["id"].NeedText()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
