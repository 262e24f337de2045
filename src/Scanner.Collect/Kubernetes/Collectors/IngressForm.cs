using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>How one type of objects says where requests go.</summary>
/// <param name="Resource">The type.</param>
/// <param name="Flavor">What it counts as.</param>
internal sealed record IngressForm(ApiResource Resource, IngressFlavor Flavor)
{
    /// <summary>The host names, or else the addresses, of <c>status.loadBalancer</c>.</summary>
    public static readonly Func<ObjectField, IEnumerable<string>> LoadBalancerNames =
        item => item["status"]["loadBalancer"]["ingress"].List.Select(i => i["hostname"].Text ?? i["ip"].NeedText);

    public Func<ObjectField, string?> ClassName { get; init; } = _ => null;

    public required Func<ObjectField, IEnumerable<string>> Hosts { get; init; }

    public required Func<ObjectField, IEnumerable<IngressBackend>> Backends { get; init; }

    public Func<ObjectField, IEnumerable<string>> Hostnames { get; init; } = _ => [];

    public Func<ObjectField, IEnumerable<string>> Parents { get; init; } = _ => [];

    public Func<ObjectField, bool> HasCookieAffinity { get; init; } = _ => false;

    /// <summary>The class in <c>spec.ingressClassName</c>, else that of the first annotation that is there.</summary>
    public static string? ClassOf(ObjectField item, params ReadOnlySpan<string> annotations)
    {
        if (item["spec"]["ingressClassName"].Text is { } name) return name;
        foreach (var annotation in annotations)
            if (item["metadata"]["annotations"][annotation].Text is { } said) return said;
        return null;
    }

    /// <summary>Whether there are routes, and all of them have it.</summary>
    public static bool AllHave(IEnumerable<ObjectField> routes, Func<ObjectField, bool> has) => routes.ToList() is { Count: > 0 } some && some.TrueForAll(r => has(r));

    /// <summary>A service by its name, with its namespace where the object says one.</summary>
    public static string Service(ObjectField reference) => reference["namespace"].Text is { } space ? $"{space}/{reference["name"].NeedText}" : reference["name"].NeedText;
}
