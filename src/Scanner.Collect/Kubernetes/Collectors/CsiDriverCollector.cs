using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Installed CSI drivers.</summary>
internal sealed class CsiDriverCollector : IKubernetesCollector
{
    private static readonly ApiResource s_drivers = new("storage.k8s.io", ["v1", "v1beta1"], "csidrivers");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_drivers, driver => Map(driver, scope), sink, cancellationToken);

    private static CsiDriver Map(Answer<ObjectField> driver, KubernetesScope scope)
    {
        var name = driver.NamedBy();
        return new()
        {
            Id = scope.Identity<CsiDriver>(name),
            Key = name is null ? "" : ObjectIds.Key<CsiDriver>(name),
            Name = driver.Name(),
            AttachRequired = driver.Truth(d => d["spec"]["attachRequired"].NeedFlag),
        };
    }
}
