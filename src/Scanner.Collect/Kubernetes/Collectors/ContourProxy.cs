using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Contour's HTTPProxy.</summary>
internal static class ContourProxy
{
    public static readonly IngressForm Form = new(new("projectcontour.io", ["v1"], "httpproxies"), IngressFlavor.HttpProxy,
        ["spec.ingressClassName", "spec.virtualhost.fqdn", "spec.routes", "spec.tcpproxy", "status.loadBalancer"])
    {
        ClassName = item => IngressForm.ClassOf(item, "projectcontour.io/ingress.class", "kubernetes.io/ingress.class"),
        Hosts = item => [Host(item)],
        Backends = Backends,
        Hostnames = item => item.LoadBalancerNames(),
        HasCookieAffinity = item => IngressForm.AllHave(item["spec.routes"].Items().Where(r => Services(r).Any()).Append(item["spec.tcpproxy"]).Where(r => r.IsThere),
            route => route["loadBalancerPolicy"]["strategy"].Text() == "Cookie"),
    };

    private static IEnumerable<IngressBackend> Backends(KubernetesItem item)
    {
        var host = Host(item);
        return (from route in item["spec.routes"].Items() from service in Services(route) select Backend(service, host, Path(route)))
            .Concat(from service in Services(item["spec.tcpproxy"]) select Backend(service, host, null));
    }

    /// <summary>A proxy that others include has no host of its own, and is not for every host.</summary>
    private static string Host(KubernetesItem item) => item["spec.virtualhost.fqdn"].NeedText();

    /// <summary>A mirror gets copies, whose answers nobody sees.</summary>
    private static IEnumerable<KubernetesField> Services(KubernetesField route) => route["services"].Items().Where(s => s["mirror"].Flag() is not true);

    private static IngressBackend Backend(KubernetesField service, string host, string? path) => new(host, path, service["name"].NeedText(), service["port"].Scalar());

    private static string? Path(KubernetesField route) => route["conditions"].Items()
        .Select(c => c["prefix"].Text() ?? c["exact"].Text() ?? c["regex"].Text()).FirstOrDefault(p => p is { Length: > 0 });
}
