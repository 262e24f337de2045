namespace Scanner.Model;

/// <summary>A pod (core/v1 Pod).</summary>
public sealed class Pod : NamespacedResource
{
    internal Pod() { }

    /// <summary><c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c>, <c>Unknown</c>.</summary>
    public Fact<string> Phase { get; internal init; }

    /// <summary>The condition Ready.</summary>
    public Truth IsReady { get; internal init; }

    /// <summary>Whether it has been told to end.</summary>
    public Truth IsTerminating { get; internal init; }

    /// <summary>Null where it is not placed yet.</summary>
    public Fact<Ref<KubeNode>?> Node { get; internal init; }

    public Fact<Items<string>> Ips { get; internal init; }

    public Truth UsesHostNetwork { get; internal init; }

    /// <summary>Null where it shares the node's interfaces.</summary>
    public Fact<BranchInterface?> Branch { get; internal init; }

    public Fact<StringMap> Labels { get; internal init; }

    /// <summary>Those that are known to hold no secret; never <c>stdin</c>.</summary>
    public Fact<StringMap> Annotations { get; internal init; }

    /// <summary>Kind and name of its controller, e.g. <c>ReplicaSet/rstudio-workbench-5d8f</c>; null where it has none.</summary>
    public Fact<string?> Owner { get; internal init; }

    /// <summary>Whether the launcher started it (label <c>launcher-instance-id</c>, or Team Operator's).</summary>
    public Truth IsSession { get; internal init; }

    /// <summary>What the session runs, by <c>PWB_SESSION_TYPE</c>, else <c>USER_TAG_*</c>, else its command; null for a pod that is no session; a gap where nothing tells.</summary>
    public Fact<Ide?> Ide { get; internal init; }

    /// <summary>The launcher's tags (annotations <c>USER_TAG_*</c>) that say what runs; titles and users are not kept.</summary>
    public Fact<Items<string>> SessionTags { get; internal init; }

    public Fact<Items<Container>> Containers { get; internal init; }

    public Fact<Items<PodVolume>> Volumes { get; internal init; }

    public Fact<PodPlacement> Placement { get; internal init; }

    public Fact<string?> ServiceAccount { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }

    /// <summary>Running and not about to end.</summary>
    public Truth IsRunning => Phase.Is(phase => phase == "Running") && !IsTerminating;

    /// <summary>Whether it has the IP address that <paramref name="address"/> writes.</summary>
    public Truth HasAddress(string address) => Cidr.Parse(address) is { } wanted
        ? Ips.Is(ips => ips.AsEnumerable().Any(ip => Cidr.Parse(ip) == wanted))
        : Truth.Of(false, Evidence.Derived);
}
