using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>networking.k8s.io Ingress; affinity is a matter of its controller's annotations.</summary>
internal static class PlainIngress
{
    private const string ActionPort = "use-annotation";

    public static readonly IngressForm Form = new(new("networking.k8s.io", ["v1"], "ingresses"), IngressFlavor.Ingress)
    {
        ClassName = item => IngressForm.ClassOf(item, "kubernetes.io/ingress.class"),
        Hosts = item => item["spec"]["rules"].List.Select(r => r["host"].Text).OfType<string>(),
        Backends = Backends,
        Hostnames = IngressForm.LoadBalancerNames,
    };

    private static IEnumerable<IngressBackend> Backends(ObjectField item)
    {
        var fallback = item["spec"]["defaultBackend"];
        var rules = from rule in item["spec"]["rules"].List
                    from path in rule["http"]["paths"].List
                    from backend in Of(item, path["backend"], rule["host"].Text, path["path"].Text)
                    select backend;
        return fallback.IsAbsent ? rules : Of(item, fallback, null, null).Concat(rules);
    }

    /// <summary>A backend that is no service may lead anywhere, so that it must not look like none.</summary>
    private static IEnumerable<IngressBackend> Of(ObjectField item, ObjectField backend, string? host, string? path)
    {
        var service = backend["service"].Present;
        var (name, port) = (service["name"].NeedText, service["port"]["name"].Text ?? service["port"]["number"].Scalar);
        return port != ActionPort ? [new(host, path, name, port)]
            : AlbAction.Services(item["metadata"]["annotations"], name).Select(s => new IngressBackend(host, path, s.Service, s.Port));
    }
}
