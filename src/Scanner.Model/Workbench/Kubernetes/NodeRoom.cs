namespace Scanner.Model;

/// <summary>How much room nodes have for sessions.</summary>
public static class NodeRoom
{
    /// <summary>How many sessions of a size find room on an empty node, by what the node says that it can give.</summary>
    public static Fact<int> RoomFor(this KubeNode node, double cpus, double memoryGiB) => node.Allocatable.Then(all =>
        all["cpu"] is { } cpu && all["memory"] is { } memory && Quantity.Parse(cpu) is { } own && Quantity.GiB(memory) is { } gib
            ? new Fact<int>((int)Math.Min(Math.Floor(own / cpus), Math.Floor(gib / memoryGiB)), Evidence.Derived)
            : new Fact<int>(new Gap(node.Scope, nameof(KubeNode), "allocatable", GapCause.Unsupported, OneLine.Of($"node {node.Label} does not say what it can give"), new(RemedyKind.Retry, "when it is ready"))));

    /// <summary>How many sessions of a size find room on the middle one of a pool's nodes; null where it has none now.</summary>
    public static Fact<int?> TypicalRoom(this Environment environment, NodeGroup pool, double cpus, double memoryGiB)
    {
        var nodes = environment.NodesOf(pool);
        if ((nodes.Unlisted ?? nodes.Members.FirstOrDefault(m => m.Doubt is not null).Doubt) is { } doubt) return new(doubt);
        var rooms = nodes.Members.Select(m => m.Item.RoomFor(cpus, memoryGiB)).ToList();
        if (rooms.Select(r => r.Gap).FirstOrDefault(g => g is not null) is { } gap) return new(gap);
        return new(rooms.Count == 0 ? null : rooms.Select(r => r.Value).Order().ElementAt(rooms.Count / 2), Evidence.Derived);
    }

    /// <summary>The most that a pool may have of a resource (<c>cpu</c>, or <c>memory</c> in GiB); null where it has no limit.</summary>
    public static Fact<double?> LimitOf(this NodeGroup pool, string resource) => pool.Limits.Then(limits => limits[resource] switch
    {
        null => new Fact<double?>((double?)null, Evidence.Derived),
        { } text when (resource == "memory" ? Quantity.GiB(text) : Quantity.Parse(text)) is { } amount => new(amount, Evidence.Derived),
        { } text => new(new Gap(pool.Scope, nameof(NodeGroup), "limits", GapCause.Unsupported, OneLine.Of($"limit {resource}={text} of {pool.Label} is no amount"), new(RemedyKind.Flag, $"mend the limits of {pool.Label}"))),
    });
}
