using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Lists target group bindings: those of the AWS Load Balancer Controller, and those of EKS Auto Mode, which have a group of their own.</summary>
internal sealed class TargetGroupBindingCollector : IKubernetesCollector
{
    private static readonly ApiResource[] s_resources =
    [
        new("elbv2.k8s.aws", ["v1beta1"], "targetgroupbindings"),
        new("eks.amazonaws.com", ["v1"], "targetgroupbindings"),
    ];

    public IReadOnlyList<ApiResource> Resources => s_resources;

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        Task.WhenAll(s_resources.Select(r => scope.Collect(r, item => Map(scope, r, item), sink, cancellationToken)));

    private static TargetGroupBinding Map(KubernetesScope scope, ApiResource resource, Answer<ObjectField> item)
    {
        var name = item.NamedBy(resource.Name);
        return new()
        {
            Id = scope.Identity<TargetGroupBinding>(name),
            Key = ObjectListing.Key<TargetGroupBinding>(name),
            Name = item.Name(),
            Namespace = item.Namespace(),
            TargetGroup = item.Optional(i => i["spec"]["targetGroupARN"].Text is { } arn ? new Ref<TargetGroup>(arn) : (Ref<TargetGroup>?)null),
            TargetGroupName = item.Optional(i => i["spec"]["targetGroupName"].Text),
            Service = item.Map(i => i["spec"]["serviceRef"]["name"].NeedText),
            Port = item.Map(i => i["spec"]["serviceRef"]["port"].NeedScalar),
            TargetType = item.Optional(i => i["spec"]["targetType"].Text),
        };
    }
}
