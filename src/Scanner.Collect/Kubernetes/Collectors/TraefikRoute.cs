using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Traefik's IngressRoute, in the group that it has and in the one that it had before version 3.</summary>
internal static class TraefikRoute
{
    public static readonly IngressForm[] Forms = [Of("traefik.io"), Of("traefik.containo.us")];

    private static IngressForm Of(string group) => new(new(group, ["v1alpha1"], "ingressroutes"), IngressFlavor.IngressRoute, ["spec.ingressClassName", "spec.routes", "spec.parentRefs"])
    {
        ClassName = item => IngressForm.ClassOf(item, "kubernetes.io/ingress.class"),
        Hosts = item => Routes(item).SelectMany(Matches).Select(m => m.Host).OfType<string>(),
        Backends = Backends,
        HasCookieAffinity = item => IngressForm.AllHave(item["spec.routes"].Items().SelectMany(r => r["services"].Items()), s => Own(s)["sticky"]["cookie"].IsThere),
    };

    /// <summary>What a route of another route gets is decided there too.</summary>
    private static IEnumerable<KubernetesField> Routes(KubernetesItem item) =>
        item["spec.parentRefs"].Items().Any() ? throw new AbsentFieldException("match, because spec.parentRefs has another route decide too") : item["spec.routes"].Items();

    private static IEnumerable<IngressBackend> Backends(KubernetesItem item) =>
        from route in Routes(item)
        from service in route["services"].Items()
        from match in Matches(route)
        select new IngressBackend(match.Host, match.Path, IngressForm.Service(Own(service)), service["port"].Scalar());

    private static IReadOnlyList<TraefikMatch> Matches(KubernetesField route) => TraefikRule.Matches(route["match"].NeedText());

    /// <summary>A TraefikService stands for several services, and has an affinity of its own.</summary>
    private static KubernetesField Own(KubernetesField service) => service["kind"].Text() is null or "" or "Service" ? service
        : throw new AbsentFieldException($"services, which name a {service["kind"].Text()}");
}
