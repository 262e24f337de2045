using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads what Kubernetes says of labels and taints in the same form everywhere.</summary>
internal static class LabelSelectors
{
    /// <summary>Null where there is no selector, which is not one without conditions.</summary>
    public static LabelSelector? Selector(this KubernetesField field) => field.IsThere ? new(field["matchLabels"].Map(), field["matchExpressions"].Requirements()) : null;

    public static Items<LabelRequirement> Requirements(this KubernetesField field) => field.Items()
        .Select(r => new LabelRequirement(r["key"].NeedText(), r["operator"].NeedText(), r["values"].Items().Select(v => v.Value()).ToItems())).ToItems();

    public static Items<Taint> Taints(this KubernetesField field) => field.Items()
        .Select(t => new Taint(t["key"].NeedText(), t["value"].Text() is { Length: > 0 } value ? value : null, t["effect"].NeedText())).ToItems();

    /// <summary>A label's value, which may be empty.</summary>
    private static string Value(this KubernetesField field) => field.Need().Text()!;
}
