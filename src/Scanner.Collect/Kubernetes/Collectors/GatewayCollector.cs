using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists gateways of the Gateway API.</summary>
internal sealed class GatewayCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("gateway.networking.k8s.io", ["v1", "v1beta1"], "gateways");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, item => Map(scope, item), sink, cancellationToken);

    private static Gateway Map(KubernetesScope scope, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<Gateway>(name),
            Key = ObjectListing.Key<Gateway>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            ClassName = item.Map(i => i["spec"]["gatewayClassName"].NeedText),
            Hostnames = item.Items(i => i["status"]["addresses"].List.Select(a => a["value"].NeedText)),
            Annotations = item.Annotations(),
        };
    }
}
