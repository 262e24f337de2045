using Scanner.Model;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace Scanner.Collect.Aws;

/// <summary>The target groups that a listener's or rule's actions lead to.</summary>
internal static class Forwards
{
    public static Items<Forward> Of(IEnumerable<Elb.Action>? actions) =>
        Wire.List(actions, "Actions").Where(a => Wire.Need(a.Type?.Value) == "forward").SelectMany(Of).ToItems();

    private static IEnumerable<Forward> Of(Elb.Action action)
    {
        if (action.ForwardConfig?.TargetGroups is not { Count: > 0 } groups) return [new(Refs.Need<TargetGroup>(action.TargetGroupArn), null, false)];
        // an action without this configuration never keeps a client with a target group
        var isSticky = action.ForwardConfig.TargetGroupStickinessConfig is { } stickiness && Wire.Need(stickiness.Enabled);
        return groups.Select(g => new Forward(Refs.Need<TargetGroup>(g.TargetGroupArn), g.Weight, isSticky));
    }
}
