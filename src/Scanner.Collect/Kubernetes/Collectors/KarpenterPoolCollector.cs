using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists Karpenter's node pools, which EKS Auto Mode has too, and the provisioners that came before them.</summary>
internal sealed class KarpenterPoolCollector : IKubernetesCollector
{
    private static readonly ApiResource s_pools = new("karpenter.sh", ["v1", "v1beta1"], "nodepools");
    private static readonly ApiResource s_provisioners = new("karpenter.sh", ["v1alpha5"], "provisioners");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        scope.Observe(sink, s_pools,
            ["spec.template.metadata.labels", "spec.template.spec.taints", "spec.template.spec.startupTaints", "spec.template.spec.requirements", "spec.template.spec.nodeClassRef",
                "spec.limits", "status.conditions"],
            item => Map(scope, s_pools, "spec.template.metadata", "spec.template.spec", "spec.limits", item), cancellationToken),
        scope.Observe(sink, s_provisioners,
            ["spec.labels", "spec.taints", "spec.startupTaints", "spec.requirements", "spec.providerRef", "spec.limits.resources", "status.conditions"],
            item => Map(scope, s_provisioners, "spec", "spec", "spec.limits.resources", item), cancellationToken));

    private static NodeGroup Map(KubernetesScope scope, ApiResource resource, string labels, string nodes, string limits, Answer<KubernetesItem> item)
    {
        var name = $"{resource.Plural}/{item.Value!.Id}";
        return new()
        {
            Id = scope.Object<NodeGroup>(name).Id,
            Key = ObjectIds.Key<NodeGroup>(name),
            Name = item.Optional(i => i.Name()),
            Provisioner = item.Map(i => Reference(resource, i).IsAuto ? Provisioner.EksAuto : Provisioner.Karpenter),
            Cluster = item.Map(_ => (Ref<Cluster>?)new Ref<Cluster>(scope.ClusterId())),
            Pool = item.Optional(_ => (string?)null),
            Status = item.Optional(_ => (string?)null),
            IsReady = item.Truth(i => i.Condition("Ready"), "condition Ready"),
            Labels = item.Map(i => i[$"{labels}.labels"].Map()),
            Taints = item.Map(i => i[$"{nodes}.taints"].Taints()),
            StartupTaints = item.Map(i => i[$"{nodes}.startupTaints"].Taints()),
            Requirements = item.Map(i => i[$"{nodes}.requirements"].Requirements()),
            Limits = item.Map(i => i[limits].Map()),
            NodeClass = item.Map(i => Reference(resource, i).Name is { } of ? scope.Object<NodeClass>(of) : (Ref<NodeClass>?)null),
            ApiVersion = item.Optional(i => $"{resource.Group}/{i.Version}"),
        };
    }

    private static NodeClassReference Reference(ApiResource resource, KubernetesItem item) => resource == s_pools
        ? NodeClassReference.Of(item["spec.template.spec.nodeClassRef"].Need()) : NodeClassReference.OfProvisioner(item["spec.providerRef"]);
}
