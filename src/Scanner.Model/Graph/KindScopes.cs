namespace Scanner.Model;

/// <summary>Which scopes can hold resources of a kind: an account holds no pods, and a cluster's own API shows no databases.</summary>
internal static class KindScopes
{
    private const string Kubernetes = "k8s/", Aws = "aws/";

    /// <summary>The kinds that only a cluster's own API shows.</summary>
    private static readonly HashSet<string> s_kubernetes = new(StringComparer.Ordinal)
    {
        nameof(ConfigMap), nameof(CsiDriver), nameof(Gateway), nameof(HelmRelease), nameof(HorizontalPodAutoscaler), nameof(Ingress), nameof(IngressClass),
        nameof(KubeNode), nameof(KubeService), nameof(KubeVolume), nameof(NetworkPolicy), nameof(NodeClaim), nameof(NodeClass), nameof(Pod),
        nameof(PodDisruptionBudget), nameof(ServiceAccount), nameof(StorageClass), nameof(TargetGroupBinding), nameof(VolumeClaim), nameof(WorkbenchSite), nameof(Workload),
    };

    /// <summary>The kinds that both show, each its own part.</summary>
    private static readonly HashSet<string> s_both = new(StringComparer.Ordinal) { nameof(Cluster), nameof(NodeGroup) };

    public static bool MayHold(string scope, string kind) =>
        s_both.Contains(kind)
        || (scope.StartsWith(Kubernetes, StringComparison.Ordinal) ? s_kubernetes.Contains(kind)
            : !scope.StartsWith(Aws, StringComparison.Ordinal) || !s_kubernetes.Contains(kind));
}
