using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>The target groups that the actions of a listener or rule lead to.</summary>
internal static class ActionForwards
{
    public static IEnumerable<Forward> Of(Reading reading, string block) =>
        reading.Resource.Values.Blocks(block).Where(a => a.Need("type") == "forward").SelectMany(a => Of(reading, a)).ToList();

    private static IEnumerable<Forward> Of(Reading reading, Attributes action)
    {
        if (action.Block("forward") is not { } forward) return [new(reading.Need<TargetGroup>(action, "target_group_arn"), null, false)];
        // without this block a client is never kept with a target group
        var isSticky = forward.Block("stickiness") is { } stickiness && stickiness.NeedSwitch("enabled");
        return forward.Blocks("target_group").Select(g => new Forward(reading.Need<TargetGroup>(g, "arn"), g.Number("weight"), isSticky)).OrderBy(f => f.TargetGroup.Id, StringComparer.Ordinal);
    }
}
