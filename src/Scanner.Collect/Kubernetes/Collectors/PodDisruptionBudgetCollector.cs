using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists pod disruption budgets.</summary>
internal sealed class PodDisruptionBudgetCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("policy", ["v1", "v1beta1"], "poddisruptionbudgets");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["spec.selector", "spec.minAvailable", "spec.maxUnavailable"], item => Map(scope, item), cancellationToken);

    private static PodDisruptionBudget Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<PodDisruptionBudget>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<PodDisruptionBudget>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        Namespace = item.Map(i => i.Namespace()),
        Selector = item.Map(Selector),
        MinAvailable = item.Optional(i => i["spec.minAvailable"].Scalar()),
        MaxUnavailable = item.Optional(i => i["spec.maxUnavailable"].Scalar()),
    };

    /// <summary>One without conditions means all pods of the namespace in v1, and none in v1beta1.</summary>
    private static LabelSelector? Selector(KubernetesItem item) => item["spec.selector"].Selector() is { } selector
        && (item.Version != "v1beta1" || selector.MatchLabels.Count > 0 || !selector.MatchExpressions.IsEmpty) ? selector : null;
}
