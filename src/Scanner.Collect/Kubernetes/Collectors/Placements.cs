using Scanner.Model;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Reads where pods may be placed, from the spec of a pod or pod template. A form that the model cannot say leaves the whole unknown.</summary>
internal static class Placements
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static PodPlacement Of(ObjectField spec)
    {
        var nodes = spec.Present["affinity"]["nodeAffinity"];
        return new(
            spec["tolerations"].List.Select(Toleration).ToItems(),
            spec["nodeSelector"].Map,
            RequiredNodes(nodes[Required]),
            nodes[Preferred].List.Count > 0);
    }

    // matchLabelKeys only narrows what is counted to pods of the same revision; minDomains and the node policies only which domains there are
    public static Items<SpreadConstraint> Spread(ObjectField spec) => spec.Present["topologySpreadConstraints"].List.Select(c => new SpreadConstraint(
        c["topologyKey"].NeedText, c["maxSkew"].NeedNumber, c["whenUnsatisfiable"].NeedText, Selectors.Maybe(c["labelSelector"]))).ToItems();

    /// <param name="spec">The spec.</param>
    /// <param name="space">The pods' own namespace.</param>
    public static Items<PodAntiAffinity> Apart(ObjectField spec, string space) => spec.Present["affinity"]["podAntiAffinity"][Required].List.Select(t =>
        IsOfOwnNamespace(t, space) ? new PodAntiAffinity(t["topologyKey"].NeedText, Selectors.Maybe(t["labelSelector"])) : throw t["namespaces"].Unusable).ToItems();

    public static bool PrefersApart(ObjectField spec) => spec.Present["affinity"]["podAntiAffinity"][Preferred].List.Count > 0;

    /// <summary>Whether a term holds for pods of the own namespace, as the model has it. matchLabelKeys only narrows it to the same revision.</summary>
    private static bool IsOfOwnNamespace(ObjectField term, string space)
    {
        if (term["mismatchLabelKeys"].List.Count > 0) throw term["mismatchLabelKeys"].Unusable; // pods of one workload may then be exempt from it
        var (named, selected) = (term["namespaces"].List.Select(n => n.NeedText).ToList(), Selectors.Maybe(term["namespaceSelector"]));
        return named.Contains(space, StringComparer.Ordinal)
            || (selected is null ? named.Count == 0 : selected.MatchLabels.Count == 0 && selected.MatchExpressions.IsEmpty);
    }

    // tolerationSeconds does not matter to where a pod is placed
    private static Toleration Toleration(ObjectField toleration) => new(
        toleration["key"].Text,
        toleration["operator"].Text switch
        {
            null => "Equal", // documented: "Defaults to Equal"
            "Equal" => "Equal",
            "Exists" => "Exists",
            _ => throw toleration["operator"].Unusable,
        },
        toleration["value"].Text,
        toleration["effect"].Text);

    private static Items<Items<LabelRequirement>> RequiredNodes(ObjectField required)
    {
        if (required.IsAbsent) return [];
        var terms = required["nodeSelectorTerms"].Present.List;
        if (terms.FirstOrDefault(t => t["matchFields"].List.Count > 0) is { } byField) throw byField["matchFields"].Unusable;
        // documented: a term without conditions matches no node; with only such terms no node will do, which the model cannot say
        var saying = terms.Select(t => Selectors.OfNodes(t["matchExpressions"])).Where(t => !t.IsEmpty).ToItems();
        return saying.IsEmpty ? throw required["nodeSelectorTerms"].Unusable : saying;
    }
}
