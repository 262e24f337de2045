using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists sites of Posit's Team Operator.</summary>
internal sealed class WorkbenchSiteCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("core.posit.team", ["v1beta1"], "sites");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["spec.workbench.image", "spec.workbench.replicas"], item => Map(scope, item), cancellationToken);

    private static WorkbenchSite Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<WorkbenchSite>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<WorkbenchSite>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        Namespace = item.Map(i => i.Namespace()),
        WorkbenchImage = item.Optional(i => i["spec.workbench.image"].Text() is { Length: > 0 } image ? image : null),
        WorkbenchReplicas = item.Optional(i => i["spec.workbench.replicas"].Number()),
    };
}
