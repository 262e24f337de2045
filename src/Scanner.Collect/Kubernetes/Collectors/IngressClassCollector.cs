using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists classes of ingresses and of gateways.</summary>
internal sealed class IngressClassCollector : IKubernetesCollector
{
    private const string DefaultMark = "ingressclass.kubernetes.io/is-default-class";

    private static readonly ApiResource s_classes = new("networking.k8s.io", ["v1"], "ingressclasses");
    private static readonly ApiResource s_gatewayClasses = new("gateway.networking.k8s.io", ["v1", "v1beta1"], "gatewayclasses");

    public IReadOnlyList<ApiResource> Resources => [s_classes, s_gatewayClasses];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        scope.Collect(s_classes, item => Map(scope, s_classes, item, "controller", IsDefault), sink, cancellationToken),
        // a gateway always names its class, so that none is the default
        scope.Collect(s_gatewayClasses, item => Map(scope, s_gatewayClasses, item, "controllerName", _ => false), sink, cancellationToken));

    private static IngressClass Map(KubernetesScope scope, ApiResource resource, Answer<ObjectField> item, string controller, Func<ObjectField, bool?> isDefault)
    {
        var name = item.NamedBy(resource.Name);
        return new()
        {
            Id = scope.Identity<IngressClass>(name),
            Key = ObjectListing.Key<IngressClass>(name),
            Name = item.Name(),
            Controller = item.Map(i => i["spec"][controller].NeedText),
            IsDefault = item.Truth(isDefault),
        };
    }

    /// <summary>Only the one text makes a class the default.</summary>
    private static bool? IsDefault(ObjectField item) => item["metadata"]["annotations"][DefaultMark].Text == "true";
}
