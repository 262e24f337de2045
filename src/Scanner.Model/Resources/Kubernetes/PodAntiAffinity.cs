namespace Scanner.Model;

/// <summary>Pods that must not share a failure domain (<c>requiredDuringSchedulingIgnoredDuringExecution</c> of <c>spec.affinity.podAntiAffinity</c>).</summary>
/// <param name="TopologyKey">The node label that tells the domains apart.</param>
/// <param name="Selector">The pods that are kept apart; null means none.</param>
public sealed record PodAntiAffinity(string TopologyKey, LabelSelector? Selector);
