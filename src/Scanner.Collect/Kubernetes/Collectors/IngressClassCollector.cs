using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists classes of ingresses and of gateways.</summary>
internal sealed class IngressClassCollector : IKubernetesCollector
{
    private const string DefaultMark = "ingressclass.kubernetes.io/is-default-class";

    private static readonly ApiResource s_classes = new("networking.k8s.io", ["v1"], "ingressclasses");
    private static readonly ApiResource s_gatewayClasses = new("gateway.networking.k8s.io", ["v1", "v1beta1"], "gatewayclasses");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        scope.Observe(sink, s_classes, ["metadata.annotations", "spec.controller"], item => Map(scope, s_classes, item, "spec.controller", IsDefault), cancellationToken),
        // a gateway always names its class, so that none is the default
        scope.Observe(sink, s_gatewayClasses, ["spec.controllerName"], item => Map(scope, s_gatewayClasses, item, "spec.controllerName", _ => false), cancellationToken));

    private static IngressClass Map(KubernetesScope scope, ApiResource resource, Answer<KubernetesItem> item, string controller, Func<KubernetesItem, bool?> isDefault)
    {
        var name = $"{resource.Name}/{item.Value!.Id}";
        return new()
        {
            Id = scope.Object<IngressClass>(name).Id,
            Key = ObjectIds.Key<IngressClass>(name),
            Name = item.Optional(i => i.Name()),
            Controller = item.Map(i => i[controller].NeedText()),
            IsDefault = item.Truth(isDefault),
        };
    }

    /// <summary>Only the one text makes a class the default.</summary>
    private static bool? IsDefault(KubernetesItem item) => item["metadata.annotations"][DefaultMark].Text() == "true";
}
