using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>networking.k8s.io Ingress; affinity is a matter of its controller's annotations.</summary>
internal static class PlainIngress
{
    private const string ActionPort = "use-annotation";

    public static readonly IngressForm Form = new(new("networking.k8s.io", ["v1"], "ingresses"), IngressFlavor.Ingress,
        ["spec.ingressClassName", "spec.defaultBackend", "spec.rules", "status.loadBalancer"])
    {
        ClassName = item => IngressForm.ClassOf(item, "kubernetes.io/ingress.class"),
        Hosts = item => item["spec.rules"].Items().Select(r => r["host"].Text()).OfType<string>().Where(h => h.Length > 0),
        Backends = Backends,
        Hostnames = item => item.LoadBalancerNames(),
    };

    private static IEnumerable<IngressBackend> Backends(KubernetesItem item)
    {
        var fallback = item["spec.defaultBackend"];
        var rules = from rule in item["spec.rules"].Items()
                    from path in rule["http"]["paths"].Items()
                    from backend in Of(item, path["backend"], Some(rule["host"]), Some(path["path"]))
                    select backend;
        return fallback.IsThere ? Of(item, fallback, null, null).Concat(rules) : rules;
    }

    /// <summary>A backend that is no service may lead anywhere, so that it must not look like none.</summary>
    private static IEnumerable<IngressBackend> Of(KubernetesItem item, KubernetesField backend, string? host, string? path)
    {
        var service = backend["service"].Need();
        var (name, port) = (service["name"].NeedText(), service["port"]["name"].Text() ?? service["port"]["number"].Scalar());
        return port != ActionPort ? [new(host, path, name, port)]
            : AlbAction.Services(item["metadata.annotations"], name).Select(s => new IngressBackend(host, path, s.Service, s.Port));
    }

    private static string? Some(KubernetesField text) => text.Text() is { Length: > 0 } some ? some : null;
}
