namespace Scanner.Model;

/// <summary>How evenly pods must lie over failure domains (<c>spec.topologySpreadConstraints</c>).</summary>
/// <param name="TopologyKey">The node label that tells the domains apart, e.g. <c>topology.kubernetes.io/zone</c>.</param>
/// <param name="WhenUnsatisfiable"><c>DoNotSchedule</c> binds, <c>ScheduleAnyway</c> does not.</param>
/// <param name="Selector">The pods that are counted; null counts none.</param>
public sealed record SpreadConstraint(string TopologyKey, int MaxSkew, string WhenUnsatisfiable, LabelSelector? Selector);
