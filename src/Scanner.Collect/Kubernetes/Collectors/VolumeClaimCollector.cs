using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Persistent volume claims of all namespaces.</summary>
internal sealed class VolumeClaimCollector : IKubernetesCollector
{
    private static readonly ApiResource s_claims = new("", ["v1"], "persistentvolumeclaims");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_claims, claim => Map(claim, scope), sink, cancellationToken);

    private static VolumeClaim Map(Answer<ObjectField> claim, KubernetesScope scope)
    {
        var name = claim.NamedBy();
        return new()
        {
            Id = scope.Identity<VolumeClaim>(name),
            Key = name is null ? "" : ObjectIds.Key<VolumeClaim>(name),
            Name = claim.Name(),
            Namespace = claim.Namespace(),
            AccessModes = claim.Some(c => c["spec"]["accessModes"].List.Select(m => m.NeedText), "spec.accessModes"),
            StorageClass = claim.Optional(c => c["spec"].Present["storageClassName"].Text), // an empty one is that of volumes without a class
            Phase = claim.Map(c => c["status"]["phase"].NeedText),
            Request = claim.Optional(c => c["spec"].Present["resources"]["requests"]["storage"].Text),
            Volume = claim.Optional(c => c["spec"].Present["volumeName"].Text is { } volume ? scope.Object<KubeVolume>(volume) : (Ref<KubeVolume>?)null),
            Provisioner = claim.Annotations().Map(a => a["volume.kubernetes.io/storage-provisioner"] ?? a["volume.beta.kubernetes.io/storage-provisioner"]),
        };
    }
}
