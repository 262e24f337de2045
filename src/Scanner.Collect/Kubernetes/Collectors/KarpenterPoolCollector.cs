using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists Karpenter's node pools, which EKS Auto Mode has too, and the provisioners that came before them.</summary>
internal sealed class KarpenterPoolCollector : IKubernetesCollector
{
    private static readonly ApiResource s_pools = new("karpenter.sh", ["v1", "v1beta1"], "nodepools");
    private static readonly ApiResource s_provisioners = new("karpenter.sh", ["v1alpha5"], "provisioners");

    public IReadOnlyList<ApiResource> Resources => [s_pools, s_provisioners];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => Task.WhenAll(
        scope.Collect(s_pools, (version, item) => Map(scope, s_pools, version, item), sink, cancellationToken),
        scope.Collect(s_provisioners, (version, item) => Map(scope, s_provisioners, version, item), sink, cancellationToken));

    private static NodeGroup Map(KubernetesScope scope, ApiResource resource, string version, Answer<ObjectField> item)
    {
        var (isPool, name) = (resource == s_pools, item.NamedBy(resource.Plural));
        ObjectField Nodes(ObjectField pool) => isPool ? pool["spec"]["template"]["spec"].Present : pool["spec"].Present;
        NodeClassReference Class(ObjectField pool) => isPool ? NodeClassReference.Of(Nodes(pool)["nodeClassRef"]) : NodeClassReference.OfProvisioner(Nodes(pool)["providerRef"]);
        return new()
        {
            Id = scope.Identity<NodeGroup>(name),
            Key = ObjectListing.Key<NodeGroup>(name),
            Name = item.Name(),
            Provisioner = item.Map(i => Class(i).IsAuto ? Provisioner.EksAuto : Provisioner.Karpenter),
            Cluster = item.Map(_ => (Ref<Cluster>?)new Ref<Cluster>(scope.ClusterId())),
            Pool = item.Optional(_ => (string?)null),
            Status = item.Optional(_ => (string?)null),
            IsReady = item.Truth(i => Conditions.Met(i["status"], "Ready"), "status.conditions[Ready]"),
            Labels = item.Map(i => isPool ? i["spec"]["template"].Present["metadata"]["labels"].Map : i["spec"].Present["labels"].Map),
            Taints = item.Items(i => Taints(Nodes(i)["taints"])),
            StartupTaints = item.Items(i => Taints(Nodes(i)["startupTaints"])),
            Requirements = item.Map(i => Selectors.OfNodes(Nodes(i)["requirements"])),
            Limits = item.Map(i => Quantities(isPool ? i["spec"].Present["limits"] : i["spec"].Present["limits"]["resources"])),
            NodeClass = item.Map(i => Class(i).Name is { } of ? scope.Object<NodeClass>(of) : (Ref<NodeClass>?)null),
            ApiVersion = item.Optional(_ => $"{resource.Group}/{version}"),
        };
    }

    private static IEnumerable<Taint> Taints(ObjectField taints) => taints.List.Select(t => new Taint(t["key"].NeedText, t["value"].Text, t["effect"].NeedText));

    /// <summary>A quantity may be written as a number.</summary>
    private static StringMap Quantities(ObjectField limits) => new(limits.Names.Select(n => KeyValuePair.Create(n, limits[n].NeedScalar)));
}
