namespace Scanner.Model;

/// <summary>A class of storage (storage.k8s.io/v1 StorageClass).</summary>
public sealed class StorageClass : KubernetesResource
{
    internal StorageClass() { }

    public Fact<string> Provisioner { get; internal init; }

    /// <summary>Those that are known to hold no secret.</summary>
    public Fact<StringMap> Parameters { get; internal init; }

    public Truth IsDefault { get; internal init; }
}
