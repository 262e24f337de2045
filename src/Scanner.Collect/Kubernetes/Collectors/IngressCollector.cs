using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists all that leads requests into the cluster: ingresses, and the routes of the Gateway API, Traefik and Contour.</summary>
internal sealed class IngressCollector : IKubernetesCollector
{
    private static readonly IngressForm[] s_forms = [PlainIngress.Form, HttpRoute.Form, .. TraefikRoute.Forms, ContourProxy.Form];

    public IReadOnlyList<ApiResource> Resources => [.. s_forms.Select(form => form.Resource)];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(s_forms.Select(form =>
        scope.Collect(form.Resource, item => Map(scope, form, item), sink, cancellationToken)));

    private static Ingress Map(KubernetesScope scope, IngressForm form, Answer<ObjectField> item)
    {
        // objects of different types may share namespace and name
        var name = item.NamedBy(form.Resource.Name);
        return new()
        {
            Id = scope.Identity<Ingress>(name),
            Key = ObjectListing.Key<Ingress>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            Flavor = item.Map(_ => form.Flavor),
            ClassName = item.Optional(form.ClassName),
            Annotations = item.Annotations(),
            Hosts = item.Items(i => form.Hosts(i).Distinct(StringComparer.Ordinal)),
            Backends = item.Items(i => form.Backends(i).Distinct()),
            Hostnames = item.Items(form.Hostnames),
            Parents = item.Items(form.Parents),
            HasCookieAffinity = item.Truth(i => form.HasCookieAffinity(i)),
        };
    }
}
