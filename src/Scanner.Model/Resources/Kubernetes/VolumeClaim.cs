namespace Scanner.Model;

/// <summary>A claim to storage (core/v1 PersistentVolumeClaim).</summary>
public sealed class VolumeClaim : NamespacedResource
{
    internal VolumeClaim() { }

    /// <summary>E.g. <c>ReadWriteMany</c>.</summary>
    public Fact<Items<string>> AccessModes { get; internal init; }

    public Fact<string?> StorageClass { get; internal init; }

    /// <summary><c>Bound</c>, <c>Pending</c>, <c>Lost</c>.</summary>
    public Fact<string> Phase { get; internal init; }

    /// <summary>E.g. <c>100Gi</c>.</summary>
    public Fact<string?> Request { get; internal init; }

    /// <summary>Null where it is not bound yet.</summary>
    public Fact<Ref<KubeVolume>?> Volume { get; internal init; }

    /// <summary>Who made or is to make its volume (annotation <c>volume.kubernetes.io/storage-provisioner</c>); null where it was not made on demand.</summary>
    public Fact<string?> Provisioner { get; internal init; }
}
