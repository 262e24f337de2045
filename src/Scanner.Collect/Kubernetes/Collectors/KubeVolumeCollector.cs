using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Persistent volumes.</summary>
internal sealed class KubeVolumeCollector : IKubernetesCollector
{
    private static readonly ApiResource s_volumes = new("", ["v1"], "persistentvolumes");

    public IReadOnlyList<ApiResource> Resources => [s_volumes];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_volumes, volume => Map(volume, scope), sink, cancellationToken);

    private static KubeVolume Map(Answer<ObjectField> volume, KubernetesScope scope)
    {
        var name = volume.NamedBy();
        return new()
        {
            Id = scope.Identity<KubeVolume>(name),
            Key = name is null ? "" : ObjectIds.Key<KubeVolume>(name),
            Name = volume.Name(),
            AccessModes = volume.Some(v => v["spec"]["accessModes"].List.Select(m => m.NeedText), "spec.accessModes"),
            Driver = volume.Optional(v => Source(v, "csi", "driver")),
            Handle = volume.Optional(v => Source(v, "csi", "volumeHandle") is { } handle ? OpenValue.Of("", handle) : null),
            Server = volume.Optional(v => Source(v, "nfs", "server")),
            Path = volume.Optional(v => Source(v, "nfs", "path") ?? Source(v, "hostPath", "path") ?? Source(v, "local", "path")),
            Attributes = volume.Map(v => OpenParameters.Of(v["spec"].Present["csi"]["volumeAttributes"])),
            Claim = volume.Optional(v => v["spec"].Present["claimRef"] is { IsAbsent: false } claim ? $"{claim["namespace"].NeedText}/{claim["name"].NeedText}" : null),
            StorageClass = volume.Optional(v => v["spec"].Present["storageClassName"].Text),
            ReclaimPolicy = volume.Map(v => v["spec"]["persistentVolumeReclaimPolicy"].NeedText),
            Capacity = volume.Optional(v => v["spec"].Present["capacity"]["storage"].Text),
            ProvisionedBy = volume.Annotations().Map(a => a["pv.kubernetes.io/provisioned-by"]),
            CreatedAt = volume.CreatedAt(),
        };
    }

    private static string? Source(ObjectField volume, string kind, string field) =>
        volume["spec"].Present[kind] is { IsAbsent: false } source ? source[field].NeedText : null;
}
