namespace Scanner.Model;

/// <summary>Where pods may be placed: what they tolerate, and which nodes they require.</summary>
/// <param name="Tolerations"><c>spec.tolerations</c>.</param>
/// <param name="NodeSelector"><c>spec.nodeSelector</c>.</param>
/// <param name="RequiredNodes">The required node affinity: one of these terms, each with all its conditions; empty where nothing is required.</param>
/// <param name="PrefersNodes">Whether there is a preferred node affinity, which binds nobody.</param>
public sealed record PodPlacement(Items<Toleration> Tolerations, StringMap NodeSelector, Items<Items<LabelRequirement>> RequiredNodes, bool PrefersNodes)
{
    /// <summary>Whether the pods stand every taint that keeps pods away.</summary>
    public bool Tolerates(Items<Taint> taints) => taints.AsEnumerable().All(t => !t.KeepsAway || Tolerations.AsEnumerable().Any(own => own.Tolerates(t)));

    /// <summary>Whether a node with these labels satisfies what is required; a term without conditions is satisfied by none.</summary>
    public bool Admits(StringMap labels) => NodeSelector.Entries.All(l => labels[l.Key] == l.Value)
        && (RequiredNodes.IsEmpty || RequiredNodes.AsEnumerable().Any(term => !term.IsEmpty && term.AsEnumerable().All(r => r.Holds(labels))));

    /// <summary>Whether anything is required of a node's labels.</summary>
    public bool RequiresNodes => NodeSelector.Count > 0 || !RequiredNodes.IsEmpty;

    /// <summary>What is required of a node's labels, in words, e.g. <c>type In [karpenter]</c>; <c>any</c> where nothing is.</summary>
    public string Nodes() => string.Join(" or ", RequiredNodes.AsEnumerable().Select(term => term.ToString())) is { Length: > 0 } required
        ? NodeSelector.Count == 0 ? required : $"{NodeSelector} and {required}"
        : NodeSelector.Count == 0 ? "any" : NodeSelector.ToString();

    public override string ToString() => $"tolerations {(Tolerations.IsEmpty ? "none" : Tolerations)}; nodes {Nodes()}";
}
