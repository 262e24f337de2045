using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists gateways of the Gateway API.</summary>
internal sealed class GatewayCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("gateway.networking.k8s.io", ["v1", "v1beta1"], "gateways");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["metadata.annotations", "spec.gatewayClassName", "status.addresses"], item => Map(scope, item), cancellationToken);

    private static Gateway Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<Gateway>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<Gateway>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        Namespace = item.Map(i => i.Namespace()),
        ClassName = item.Map(i => i["spec.gatewayClassName"].NeedText()),
        Hostnames = item.Items(i => i["status.addresses"].Items().Select(a => a["value"].NeedText())),
        Annotations = item.Map(i => i.Annotations()),
    };
}
