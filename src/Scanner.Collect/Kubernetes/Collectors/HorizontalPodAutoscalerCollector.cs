using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists horizontal pod autoscalers.</summary>
internal sealed class HorizontalPodAutoscalerCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("autoscaling", ["v2", "v1"], "horizontalpodautoscalers");

    public IReadOnlyList<ApiResource> Resources => [s_resource];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_resource, item => Map(scope, item), sink, cancellationToken);

    private static HorizontalPodAutoscaler Map(KubernetesScope scope, Answer<ObjectField> item)
    {
        var name = item.NamedBy();
        return new()
        {
            Id = scope.Identity<HorizontalPodAutoscaler>(name),
            Key = ObjectListing.Key<HorizontalPodAutoscaler>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            TargetKind = item.Map(i => i["spec"]["scaleTargetRef"]["kind"].NeedText),
            TargetName = item.Map(i => i["spec"]["scaleTargetRef"]["name"].NeedText),
            MinReplicas = item.Map(i => i["spec"]["minReplicas"].Number ?? 1), // as the API defines it
            MaxReplicas = item.Map(i => i["spec"]["maxReplicas"].NeedNumber),
        };
    }
}
