using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists target group bindings: those of the AWS Load Balancer Controller, and those of EKS Auto Mode, which have a group of their own.</summary>
internal sealed class TargetGroupBindingCollector : IKubernetesCollector
{
    private static readonly string[] s_places = ["spec.targetGroupARN", "spec.targetGroupName", "spec.serviceRef", "spec.targetType"];

    private static readonly ApiResource[] s_resources =
    [
        new("elbv2.k8s.aws", ["v1beta1"], "targetgroupbindings"),
        new("eks.amazonaws.com", ["v1"], "targetgroupbindings"),
    ];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        Task.WhenAll(s_resources.Select(r => scope.Observe(sink, r, s_places, item => Map(scope, r, item), cancellationToken)));

    private static TargetGroupBinding Map(KubernetesScope scope, ApiResource resource, Answer<KubernetesItem> item)
    {
        var name = $"{resource.Name}/{item.Value!.Id}";
        return new()
        {
            Id = scope.Object<TargetGroupBinding>(name).Id,
            Key = ObjectIds.Key<TargetGroupBinding>(name),
            Name = item.Optional(i => i.Name()),
            Namespace = item.Map(i => i.Namespace()),
            TargetGroup = item.Optional(i => i["spec.targetGroupARN"].Text() is { Length: > 0 } arn ? new Ref<TargetGroup>(arn) : (Ref<TargetGroup>?)null),
            TargetGroupName = item.Optional(i => i["spec.targetGroupName"].Text() is { Length: > 0 } group ? group : null),
            Service = item.Map(i => i["spec.serviceRef"]["name"].NeedText()),
            Port = item.Map(i => i["spec.serviceRef"]["port"].NeedScalar()),
            TargetType = item.Optional(i => i["spec.targetType"].Text()),
        };
    }
}
