using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists pod disruption budgets.</summary>
internal sealed class PodDisruptionBudgetCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("policy", ["v1", "v1beta1"], "poddisruptionbudgets");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, (version, item) => Map(scope, version, item), sink, cancellationToken);

    private static PodDisruptionBudget Map(KubernetesScope scope, string version, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<PodDisruptionBudget>(name),
            Key = ObjectListing.Key<PodDisruptionBudget>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            Selector = item.Map(i => Selector(version, i["spec"]["selector"])),
            MinAvailable = item.Optional(i => i["spec"]["minAvailable"].Scalar),
            MaxUnavailable = item.Optional(i => i["spec"]["maxUnavailable"].Scalar),
        };
    }

    /// <summary>One without conditions means all pods of the namespace in v1, and none in v1beta1.</summary>
    private static LabelSelector? Selector(string version, ObjectField field) => Selectors.Maybe(field) is { } selector
        && (version != "v1beta1" || selector.MatchLabels.Count > 0 || !selector.MatchExpressions.IsEmpty) ? selector : null;
}
