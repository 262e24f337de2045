using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Contour's HTTPProxy.</summary>
internal static class ContourProxy
{
    public static readonly IngressForm Form = new(new("projectcontour.io", ["v1"], "httpproxies"), IngressFlavor.HttpProxy)
    {
        ClassName = item => IngressForm.ClassOf(item, "projectcontour.io/ingress.class", "kubernetes.io/ingress.class"),
        Hosts = item => [Host(item)],
        Backends = Backends,
        Hostnames = IngressForm.LoadBalancerNames,
        HasCookieAffinity = item => IngressForm.AllHave(item["spec"]["routes"].List.Where(r => Services(r).Any()).Append(item["spec"]["tcpproxy"]).Where(r => !r.IsAbsent),
            route => route["loadBalancerPolicy"]["strategy"].Text == "Cookie"),
    };

    private static IEnumerable<IngressBackend> Backends(ObjectField item)
    {
        var host = Host(item);
        return (from route in item["spec"]["routes"].List from service in Services(route) select Backend(service, host, Path(route)))
            .Concat(from service in Services(item["spec"]["tcpproxy"]) select Backend(service, host, null));
    }

    /// <summary>A proxy that others include has no host of its own, and is not for every host.</summary>
    private static string Host(ObjectField item) => item["spec"]["virtualhost"]["fqdn"].NeedText;

    /// <summary>A mirror gets copies, whose answers nobody sees.</summary>
    private static IEnumerable<ObjectField> Services(ObjectField route) => route["services"].List.Where(s => !s["mirror"].FlagOr(false));

    private static IngressBackend Backend(ObjectField service, string host, string? path) => new(host, path, service["name"].NeedText, service["port"].Scalar);

    private static string? Path(ObjectField route) => route["conditions"].List
        .Select(c => c["prefix"].Text ?? c["exact"].Text ?? c["regex"].Text).FirstOrDefault(p => p is not null);
}
