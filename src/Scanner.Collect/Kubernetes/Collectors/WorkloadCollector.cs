using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Deployments, stateful sets, daemon sets and jobs of all namespaces.</summary>
internal sealed class WorkloadCollector : IKubernetesCollector
{
    private static readonly (string Kind, ApiResource Resource)[] s_kinds =
    [
        ("Deployment", new("apps", ["v1"], "deployments")),
        ("StatefulSet", new("apps", ["v1"], "statefulsets")),
        ("DaemonSet", new("apps", ["v1"], "daemonsets")),
        ("Job", new("batch", ["v1"], "jobs")),
    ];

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        Task.WhenAll(s_kinds.Select(k => scope.Collect(k.Resource, workload => Map(workload, k.Kind, scope), sink, cancellationToken)));

    private static Workload Map(Answer<ObjectField> workload, string kind, KubernetesScope scope)
    {
        var (name, labels) = (workload.NamedBy(), workload.Map(w => w["spec"]["template"]["metadata"].Present["labels"].Map));
        return new()
        {
            Id = scope.Identity<Workload>(name is null ? null : WithKind(name, kind)),
            Key = name is null ? "" : workload.Map(w => Controllers.WorkloadKey(w, kind, name)) is { IsKnown: true, Value: var key } ? key : ObjectIds.Key<Workload>(WithKind(name, kind)),
            Name = workload.Name(),
            Namespace = workload.Namespace(),
            Cluster = workload.Map(_ => new Ref<Cluster>(scope.ClusterId())),
            Kind = workload.Map(_ => kind),
            Replicas = workload.Map(w => Replicas.Wanted(kind, w)),
            ReadyReplicas = workload.Map(w => Replicas.Ready(kind, w["status"].Present)),
            AvailableReplicas = workload.Map(w => Replicas.Available(kind, w["status"].Present)),
            Selector = workload.Map(w => Selectors.Of(w["spec"]["selector"])),
            Labels = workload.Labels(),
            Annotations = workload.Annotations(),
            PodLabels = labels,
            Containers = workload.Map(w => Containers.Of(Spec(w)["containers"].Present)),
            InitContainers = workload.Map(w => Containers.Of(Spec(w)["initContainers"])),
            Volumes = workload.Map(w => PodVolumes.Of(Spec(w)["volumes"])),
            Placement = workload.Map(w => Placements.Of(Spec(w))),
            SpreadConstraints = workload.Map(w => Placements.Spread(Spec(w))),
            AntiAffinity = workload.Map(w => Placements.Apart(Spec(w), w["metadata"]["namespace"].NeedText)),
            PrefersApart = workload.Truth(w => Placements.PrefersApart(Spec(w))),
            ServiceAccount = workload.Optional(w => Spec(w)["serviceAccountName"].Text),
            UsesHostNetwork = workload.Truth(w => Spec(w)["hostNetwork"].FlagOr(false)), // documented: "Default to false"
            CreatedAt = workload.CreatedAt(),
        };
    }

    private static ObjectField Spec(ObjectField workload) => workload["spec"]["template"]["spec"].Present;

    /// <summary>A deployment and a stateful set may have the same name.</summary>
    private static string WithKind(string name, string kind) => name.Insert(name.IndexOf('/', StringComparison.Ordinal) + 1, $"{kind}/");
}
