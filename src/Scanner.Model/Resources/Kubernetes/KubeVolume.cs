namespace Scanner.Model;

/// <summary>A volume of the cluster (core/v1 PersistentVolume).</summary>
public sealed class KubeVolume : KubernetesResource
{
    internal KubeVolume() { }

    public Fact<Items<string>> AccessModes { get; internal init; }

    /// <summary>The CSI driver, e.g. <c>fsx.openzfs.csi.aws.com</c>; null for an NFS or other volume.</summary>
    public Fact<string?> Driver { get; internal init; }

    /// <summary>The CSI volume's handle, e.g. <c>fs-0123456789abcdef0</c>; null for an NFS or other volume.</summary>
    public Fact<string?> Handle { get; internal init; }

    /// <summary>The NFS server; null for other volumes.</summary>
    public Fact<string?> Server { get; internal init; }

    public Fact<string?> Path { get; internal init; }

    /// <summary>The CSI volume's attributes that are known to hold no secret, e.g. <c>dnsname</c>.</summary>
    public Fact<StringMap> Attributes { get; internal init; }

    /// <summary>The claim that it is bound to, or kept for, <c>namespace/name</c>; null where it is free.</summary>
    public Fact<string?> Claim { get; internal init; }

    public Fact<string?> StorageClass { get; internal init; }

    public Fact<string> ReclaimPolicy { get; internal init; }

    public Fact<string?> Capacity { get; internal init; }

    /// <summary>Annotation <c>pv.kubernetes.io/provisioned-by</c>; null for a volume that people made.</summary>
    public Fact<string?> ProvisionedBy { get; internal init; }

    public Fact<DateTimeOffset> CreatedAt { get; internal init; }
}
