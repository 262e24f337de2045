using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes;

/// <summary>Collects one resource kind of a cluster: list, map. Collectors do not look each other up; references are enough.</summary>
internal interface IKubernetesCollector
{
    Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken);
}
