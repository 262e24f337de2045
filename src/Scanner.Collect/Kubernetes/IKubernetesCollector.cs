using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes;

/// <summary>Collects one resource kind of a cluster: list, map. Collectors do not look each other up; references are enough.</summary>
internal interface IKubernetesCollector
{
    /// <summary>The types of objects that it lists, of which <c>scanner permissions kubernetes</c> makes the role.</summary>
    IReadOnlyList<ApiResource> Resources => [];

    Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken);
}
