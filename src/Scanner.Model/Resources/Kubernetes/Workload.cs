namespace Scanner.Model;

/// <summary>Something that keeps pods running: a Deployment, StatefulSet, DaemonSet (apps/v1) or Job (batch/v1).</summary>
public sealed class Workload : NamespacedResource
{
    internal Workload() { }

    /// <summary><c>Deployment</c>, <c>StatefulSet</c>, <c>DaemonSet</c>, <c>Job</c>.</summary>
    public Fact<string> Kind { get; internal init; }

    /// <summary>How many pods are wanted: <c>spec.replicas</c> (1 where absent), <c>status.desiredNumberScheduled</c> of a DaemonSet, <c>spec.parallelism</c> of a Job.</summary>
    public Fact<int> Replicas { get; internal init; }

    /// <summary>0 where the status has none.</summary>
    public Fact<int> ReadyReplicas { get; internal init; }

    /// <summary>0 where the status has none.</summary>
    public Fact<int> AvailableReplicas { get; internal init; }

    public Fact<Ref<Cluster>> Cluster { get; internal init; }

    /// <summary>The pods that belong to it.</summary>
    public Fact<LabelSelector> Selector { get; internal init; }

    public Fact<StringMap> Labels { get; internal init; }

    /// <summary>Those that are known to hold no secret.</summary>
    public Fact<StringMap> Annotations { get; internal init; }

    /// <summary>The labels of its pod template.</summary>
    public Fact<StringMap> PodLabels { get; internal init; }

    /// <summary>Of its pod template.</summary>
    public Fact<Items<Container>> Containers { get; internal init; }

    public Fact<Items<Container>> InitContainers { get; internal init; }

    public Fact<Items<PodVolume>> Volumes { get; internal init; }

    /// <summary>What the Secrets of its namespace are called and hold that the same files declare. A live cluster does not tell.</summary>
    public Fact<Items<SecretFiles>> SecretFiles { get; internal init; }

    public Fact<PodPlacement> Placement { get; internal init; }

    public Fact<Items<SpreadConstraint>> SpreadConstraints { get; internal init; }

    /// <summary>The required ones.</summary>
    public Fact<Items<PodAntiAffinity>> AntiAffinity { get; internal init; }

    /// <summary>Whether there is a preferred pod anti-affinity, which binds nobody.</summary>
    public Truth PrefersApart { get; internal init; }

    /// <summary>Null for the namespace's default one.</summary>
    public Fact<string?> ServiceAccount { get; internal init; }

    public Truth UsesHostNetwork { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }

    /// <summary>The Helm release that made it (annotation <c>meta.helm.sh/release-name</c>); null where none did.</summary>
    public Fact<string?> Release => Annotations.Map(a => a["meta.helm.sh/release-name"]);
}
