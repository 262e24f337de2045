using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Traefik's IngressRoute, in the group that it has and in the one that it had before version 3.</summary>
internal static class TraefikRoute
{
    public static readonly IngressForm[] Forms = [Of("traefik.io"), Of("traefik.containo.us")];

    private static IngressForm Of(string group) => new(new(group, ["v1alpha1"], "ingressroutes"), IngressFlavor.IngressRoute)
    {
        ClassName = item => IngressForm.ClassOf(item, "kubernetes.io/ingress.class"),
        Hosts = item => Routes(item).SelectMany(Matches).Select(m => m.Host).OfType<string>(),
        Backends = Backends,
        HasCookieAffinity = item => IngressForm.AllHave(item["spec"]["routes"].List.SelectMany(r => r["services"].List), s => Own(s)["sticky"]["cookie"] is { IsAbsent: false }),
    };

    /// <summary>What a route of another route gets is decided there too.</summary>
    private static IEnumerable<ObjectField> Routes(ObjectField item) =>
        item["spec"]["parentRefs"].List.Any() ? throw new AbsentFieldException("match, because spec.parentRefs has another route decide too") : item["spec"]["routes"].List;

    private static IEnumerable<IngressBackend> Backends(ObjectField item) =>
        from route in Routes(item)
        from service in route["services"].List
        from match in Matches(route)
        select new IngressBackend(match.Host, match.Path, IngressForm.Service(Own(service)), service["port"].Scalar);

    private static IReadOnlyList<TraefikMatch> Matches(ObjectField route) => TraefikRule.Matches(route["match"].NeedText);

    /// <summary>A TraefikService stands for several services, and has an affinity of its own.</summary>
    private static ObjectField Own(ObjectField service) => service["kind"].Text is null or "Service" ? service
        : throw new AbsentFieldException($"services, which name a {service["kind"].Text}");
}
