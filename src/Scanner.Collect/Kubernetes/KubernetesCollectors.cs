using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Collect.Kubernetes;

/// <summary>What is collected from every cluster. A new kind is one line here.</summary>
internal static class KubernetesCollectors
{
    public static readonly IReadOnlyList<IKubernetesCollector> All =
    [
        new ClusterCollector(),
    ];
}
