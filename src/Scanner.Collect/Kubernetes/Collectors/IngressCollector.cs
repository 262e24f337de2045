using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists all that leads requests into the cluster: ingresses, and the routes of the Gateway API, Traefik and Contour.</summary>
internal sealed class IngressCollector : IKubernetesCollector
{
    private static readonly IngressForm[] s_forms = [PlainIngress.Form, HttpRoute.Form, .. TraefikRoute.Forms, ContourProxy.Form];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(s_forms.Select(form =>
        scope.Observe(sink, form.Resource, ["metadata.annotations", .. form.Places], item => Map(scope, form, item), cancellationToken)));

    private static Ingress Map(KubernetesScope scope, IngressForm form, Answer<KubernetesItem> item)
    {
        // objects of different types may share namespace and name
        var name = $"{form.Resource.Name}/{item.Value!.Id}";
        return new()
        {
            Id = scope.Object<Ingress>(name).Id,
            Key = ObjectIds.Key<Ingress>(name),
            Name = item.Optional(i => i.Name()),
            Namespace = item.Map(i => i.Namespace()),
            Flavor = item.Map(_ => form.Flavor),
            ClassName = item.Optional(form.ClassName),
            Annotations = item.Map(i => i.Annotations()),
            Hosts = item.Items(i => form.Hosts(i).Distinct(StringComparer.Ordinal)),
            Backends = item.Items(i => form.Backends(i).Distinct()),
            Hostnames = item.Items(form.Hostnames),
            Parents = item.Items(form.Parents),
            HasCookieAffinity = item.Truth(i => form.HasCookieAffinity(i)),
        };
    }
}
