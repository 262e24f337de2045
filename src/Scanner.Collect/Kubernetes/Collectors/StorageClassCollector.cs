using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Storage classes.</summary>
internal sealed class StorageClassCollector : IKubernetesCollector
{
    private static readonly ApiResource s_classes = new("storage.k8s.io", ["v1"], "storageclasses");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_classes, made => Map(made, scope), sink, cancellationToken);

    private static StorageClass Map(Answer<ObjectField> made, KubernetesScope scope)
    {
        var name = made.NamedBy();
        return new()
        {
            Id = scope.Identity<StorageClass>(name),
            Key = name is null ? "" : ObjectIds.Key<StorageClass>(name),
            Name = made.Name(),
            Provisioner = made.Map(c => c["provisioner"].NeedText),
            Parameters = made.Map(c => OpenParameters.Of(c["parameters"])),
            IsDefault = made.Truth(c => c["metadata"].KeptAnnotations is var kept
                && (kept["storageclass.kubernetes.io/is-default-class"] == "true" || kept["storageclass.beta.kubernetes.io/is-default-class"] == "true")),
        };
    }
}
