namespace Scanner.Model;

/// <summary>A node of a cluster (core/v1 Node).</summary>
public sealed class KubeNode : KubernetesResource
{
    internal KubeNode() { }

    public Fact<StringMap> Labels { get; internal init; }

    public Fact<Items<Taint>> Taints { get; internal init; }

    /// <summary>E.g. <c>aws:///us-east-1a/i-0123456789abcdef0</c>; null where no cloud gave one.</summary>
    public Fact<string?> ProviderId { get; internal init; }

    /// <summary><c>status.nodeInfo.kubeletVersion</c>.</summary>
    public Fact<SemanticVersion> KubeletVersion { get; internal init; }

    /// <summary>E.g. <c>cpu=3920m</c>.</summary>
    public Fact<StringMap> Allocatable { get; internal init; }

    /// <summary>The condition Ready.</summary>
    public Truth IsReady { get; internal init; }

    /// <summary>Cordoned.</summary>
    public Truth IsUnschedulable { get; internal init; }

    public Fact<Items<string>> InternalIps { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }

    /// <summary>The Availability Zone (label <c>topology.kubernetes.io/zone</c>); null where the label is absent.</summary>
    public Fact<string?> Zone => Labels.Map(l => l["topology.kubernetes.io/zone"]);

    /// <summary>The EKS managed node group (label <c>eks.amazonaws.com/nodegroup</c>); null for other nodes.</summary>
    public Fact<string?> ManagedNodeGroup => Labels.Map(l => l["eks.amazonaws.com/nodegroup"]);

    /// <summary>The Karpenter node pool (label <c>karpenter.sh/nodepool</c>, in old versions <c>karpenter.sh/provisioner-name</c>); null for other nodes.</summary>
    public Fact<string?> NodePool => Labels.Map(l => l["karpenter.sh/nodepool"] ?? l["karpenter.sh/provisioner-name"]);
}
