namespace Scanner.Model;

/// <summary>An edge from a listener's action to a target group.</summary>
/// <param name="TargetGroup">Where it leads.</param>
/// <param name="Weight">Its share among the action's target groups; 0 sends nothing, null is the only one.</param>
/// <param name="GroupStickiness">Whether a client stays with the target group that it was sent to first.</param>
public sealed record Forward(Ref<TargetGroup> TargetGroup, int? Weight, bool GroupStickiness);
