using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists sites of Posit's Team Operator.</summary>
internal sealed class WorkbenchSiteCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("core.posit.team", ["v1beta1"], "sites");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, item => Map(scope, item), sink, cancellationToken);

    private static WorkbenchSite Map(KubernetesScope scope, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<WorkbenchSite>(name),
            Key = ObjectListing.Key<WorkbenchSite>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            WorkbenchImage = item.Optional(i => i["spec"]["workbench"]["image"].Text),
            WorkbenchReplicas = item.Optional(i => i["spec"]["workbench"]["replicas"].Number),
        };
    }
}
