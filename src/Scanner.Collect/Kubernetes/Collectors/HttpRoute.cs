using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Gateway API HTTPRoute. One without host names takes those of its gateways; the load balancer's name is its gateways' too.</summary>
internal static class HttpRoute
{
    private const string Group = "gateway.networking.k8s.io";

    public static readonly IngressForm Form = new(new(Group, ["v1", "v1beta1"], "httproutes"), IngressFlavor.HttpRoute)
    {
        Hosts = Hosts,
        Backends = Backends,
        Parents = Parents,
        // Cookie is what the API takes where persistence has no type
        HasCookieAffinity = item => IngressForm.AllHave(item["spec"]["rules"].List.Where(r => r["backendRefs"].List.Any()),
            rule => rule["sessionPersistence"] is { IsAbsent: false } persistence && persistence["type"].Text is null or "Cookie"),
    };

    private static IEnumerable<string> Hosts(ObjectField item) => item["spec"]["hostnames"].List.Select(h => h.NeedText);

    private static IEnumerable<IngressBackend> Backends(ObjectField item) =>
        from rule in item["spec"]["rules"].List
        from reference in rule["backendRefs"].List
        from host in Hosts(item).DefaultIfEmpty<string?>(null)
        from path in rule["matches"].List.Select(m => m["path"]["value"].Text).DefaultIfEmpty(null)
        select new IngressBackend(host, path, Service(reference), reference["port"].Scalar);

    /// <summary>What is no service may stand for several.</summary>
    private static string Service(ObjectField reference) => reference["kind"].Text is null or "Service" && reference["group"].Text is null or ""
        ? IngressForm.Service(reference) : throw new AbsentFieldException($"backendRefs, which name a {reference["kind"].Text}");

    /// <summary>A gateway is what the API takes where a parent has no kind; a service may be a parent as well, within a mesh.</summary>
    private static IEnumerable<string> Parents(ObjectField item) =>
        from parent in item["spec"]["parentRefs"].List
        where parent["kind"].Text is null or "Gateway" && parent["group"].Text is null or Group
        select $"{parent["namespace"].Text ?? item["metadata"]["namespace"].NeedText}/{parent["name"].NeedText}";
}
