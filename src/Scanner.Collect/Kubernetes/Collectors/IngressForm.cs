using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>How one type of objects says where requests go.</summary>
/// <param name="Resource">The type.</param>
/// <param name="Flavor">What it counts as.</param>
/// <param name="Places">What is read of an object, besides its annotations.</param>
internal sealed record IngressForm(ApiResource Resource, IngressFlavor Flavor, IReadOnlyList<string> Places)
{
    public Func<KubernetesItem, string?> ClassName { get; init; } = _ => null;

    public required Func<KubernetesItem, IEnumerable<string>> Hosts { get; init; }

    public required Func<KubernetesItem, IEnumerable<IngressBackend>> Backends { get; init; }

    public Func<KubernetesItem, IEnumerable<string>> Hostnames { get; init; } = _ => [];

    public Func<KubernetesItem, IEnumerable<string>> Parents { get; init; } = _ => [];

    public Func<KubernetesItem, bool> HasCookieAffinity { get; init; } = _ => false;

    /// <summary>The class in <c>spec.ingressClassName</c>, else that of the first annotation that is there.</summary>
    public static string? ClassOf(KubernetesItem item, params ReadOnlySpan<string> annotations)
    {
        if (item["spec.ingressClassName"].Text() is { Length: > 0 } name) return name;
        foreach (var annotation in annotations)
            if (item["metadata.annotations"][annotation].Text() is { Length: > 0 } said) return said;
        return null;
    }

    /// <summary>Whether there are routes, and all of them have it.</summary>
    public static bool AllHave(IEnumerable<KubernetesField> routes, Func<KubernetesField, bool> has) => routes.ToList() is { Count: > 0 } some && some.TrueForAll(r => has(r));

    /// <summary>A service by its name, with its namespace where the object says one.</summary>
    public static string Service(KubernetesField reference) => reference["namespace"].Text() is { Length: > 0 } space ? $"{space}/{reference["name"].NeedText()}" : reference["name"].NeedText();
}
