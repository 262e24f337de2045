using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Kubernetes.Collectors;

/// <summary>Pods of all namespaces.</summary>
internal sealed class PodCollector : IKubernetesCollector
{
    private static readonly ApiResource s_pods = new("", ["v1"], "pods");

    public Task Collect(KubernetesScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        scope.Collect(s_pods, pod => Map(pod, scope), sink, cancellationToken);

    private static Pod Map(Answer<ObjectField> pod, KubernetesScope scope)
    {
        var (name, ide) = (pod.NamedBy(), Sessions.Ide(pod));
        return new()
        {
            Id = scope.Identity<Pod>(name),
            Key = name is null ? "" : pod.Map(p => Controllers.PodKey(p, name, ide)) is { IsKnown: true, Value: var key } ? key : ObjectIds.Key<Pod>(name),
            Name = pod.Name(),
            Namespace = pod.Namespace(),
            Phase = pod.Map(p => p["status"]["phase"].NeedText),
            IsReady = pod.Truth(IsReady),
            IsTerminating = pod.Truth(p => !p["metadata"].Present["deletionTimestamp"].IsAbsent),
            Node = pod.Optional(p => p["spec"].Present["nodeName"].Text is { } node ? scope.Object<KubeNode>(node) : (Ref<KubeNode>?)null),
            Ips = pod.Items(p => p["status"].Present["podIPs"].List.Select(ip => ip["ip"].NeedText)), // absent before it has one
            UsesHostNetwork = pod.Truth(p => p["spec"].Present["hostNetwork"].FlagOr(false)), // documented: "Default to false"
            Branch = pod.Optional(BranchInterfaces.Of),
            Labels = pod.Labels(),
            Annotations = pod.Annotations(),
            Owner = pod.Optional(Controllers.Owner),
            IsSession = pod.Truth(p => Sessions.Is(p)),
            Ide = ide,
            SessionTags = pod.Items(Sessions.Tags),
            Containers = pod.Map(p => Containers.Of(p["spec"]["containers"].Present)),
            Volumes = pod.Map(p => PodVolumes.Of(p["spec"].Present["volumes"])),
            Placement = pod.Map(p => Placements.Of(p["spec"])),
            ServiceAccount = pod.Optional(p => p["spec"].Present["serviceAccountName"].Text),
            CreatedAt = pod.CreatedAt(),
        };
    }

    /// <summary>A pod that the kubelet has not taken yet has no such condition, and is not ready.</summary>
    private static bool? IsReady(ObjectField pod) => Conditions.Met(pod["status"], "Ready") is { } met ? met
        : pod["status"]["phase"].Text == "Pending" ? false : throw new AbsentFieldException("status.conditions[Ready]");
}
