using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads conditions on labels.</summary>
internal static class Selectors
{
    private static readonly string[] s_ofSelectors = ["In", "NotIn", "Exists", "DoesNotExist"];
    private static readonly string[] s_ofNodes = [.. s_ofSelectors, "Gt", "Lt"];

    /// <summary>Null where there is none; one without conditions is there and means everything.</summary>
    public static LabelSelector? Maybe(ObjectField selector) => selector.IsAbsent ? null : Of(selector);

    public static LabelSelector Of(ObjectField selector) =>
        new(selector.Present["matchLabels"].Map, selector["matchExpressions"].List.Select(e => Requirement(e, s_ofSelectors)).ToItems());

    public static Items<LabelRequirement> OfNodes(ObjectField expressions) => expressions.List.Select(e => Requirement(e, s_ofNodes)).ToItems();

    /// <summary>An operator that nobody here knows would never hold, which may be the opposite of what it says.</summary>
    private static LabelRequirement Requirement(ObjectField expression, string[] known) => new(
        expression["key"].NeedText,
        expression["operator"].NeedText is var name && known.Contains(name, StringComparer.Ordinal) ? name : throw expression["operator"].Unusable,
        expression["values"].List.Select(v => v.Scalar is { } value ? value : "").ToItems()); // labels may be empty
}
