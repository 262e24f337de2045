using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists horizontal pod autoscalers.</summary>
internal sealed class HorizontalPodAutoscalerCollector : IKubernetesCollector
{
    private static readonly ApiResource s_resource = new("autoscaling", ["v2", "v1"], "horizontalpodautoscalers");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => scope.Observe(sink, s_resource,
        ["spec.scaleTargetRef", "spec.minReplicas", "spec.maxReplicas"], item => Map(scope, item), cancellationToken);

    private static HorizontalPodAutoscaler Map(KubernetesScope scope, Answer<KubernetesItem> item) => new()
    {
        Id = scope.Object<HorizontalPodAutoscaler>(item.Value!.Id!).Id,
        Key = ObjectIds.Key<HorizontalPodAutoscaler>(item.Value.Id!),
        Name = item.Optional(i => i.Name()),
        Namespace = item.Map(i => i.Namespace()),
        TargetKind = item.Map(i => i["spec.scaleTargetRef"]["kind"].NeedText()),
        TargetName = item.Map(i => i["spec.scaleTargetRef"]["name"].NeedText()),
        MinReplicas = item.Map(i => i["spec.minReplicas"].Number() ?? 1), // as the API defines it
        MaxReplicas = item.Map(i => i["spec.maxReplicas"].NeedNumber()),
    };
}
