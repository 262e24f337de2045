namespace Scanner.Model;

/// <summary>How many Workbench hosts are declared, and how many run.</summary>
public static class LoginCapacity
{
    /// <summary>The declared login pools that run Workbench: all of them, unless an entry hop tells which.</summary>
    public static Fact<Items<LoginPool>> WorkbenchPools(this Environment environment)
    {
        var groups = environment.WorkbenchGroups();
        return environment.Cluster.LoginPools.Map(pools => groups is { Members.Count: 0, Unlisted: null }
            ? pools
            : pools.Where(p => groups.Any(g => g.Pool == p.Name)));
    }

    /// <summary>Running, or launched within the ten minutes before the scan and not yet up.</summary>
    public static Truth IsUpOrStarting(this ComputeInstance host, Environment environment) =>
        host.IsRunning || (host.State == "pending" && host.LaunchedAt.Is(at => environment.ScannedAt - at <= TimeSpan.FromMinutes(10) && at - environment.ScannedAt <= TimeSpan.FromMinutes(1)));

    /// <summary>Whether as many nodes are in service as the group wants. Those that a change adds are there once it is deployed, and not before.</summary>
    public static Truth IsFull(this NodeGroup group)
    {
        var isFull = group.Instances.Is(inService => group.Desired.Is(desired => inService.Count >= desired));
        return isFull.IsFalse && group.Desired.Source.IsPreview ? Truth.Unknown(ToCome(group)) : isFull;
    }

    /// <summary>Whether those nodes are there that a change wants, since nobody has seen the others; the nodes of a group that none changes are those that there are.</summary>
    public static Truth HasItsNodes(this NodeGroup group) => group.Desired.Source.IsPreview ? group.IsFull() : Truth.Of(true, Evidence.Derived);

    /// <summary>Whether only a change makes a group's nodes, so that nobody has seen any.</summary>
    internal static bool IsToCome(this NodeGroup group, Environment environment) => group.Desired is { IsKnown: true, Value: > 0 } && group.Desired.Source.IsPreview
        && !environment.LoginNodes().Members.Any(m => m.Item.Pool.Is(pool => pool is not null && group.Pool == pool).IsTrue);

    private static Gap ToCome(NodeGroup group) => new(group.Scope, nameof(NodeGroup), "nodes of a change", GapCause.Hidden,
        OneLine.Of($"how many nodes of {group.Label} are in service once the change is deployed only its deployment tells"), new(RemedyKind.Retry, $"once {group.Label} is deployed"));
}
