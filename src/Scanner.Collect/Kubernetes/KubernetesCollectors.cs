using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Collect.Kubernetes;

/// <summary>What is collected from every cluster. A new kind is one line here.</summary>
internal static class KubernetesCollectors
{
    public static readonly IReadOnlyList<IKubernetesCollector> All =
    [
        new ClusterCollector(),
        new ConfigMapCollector(),
        new CsiDriverCollector(),
        new GatewayCollector(),
        new HorizontalPodAutoscalerCollector(),
        new IngressClassCollector(),
        new IngressCollector(),
        new KarpenterPoolCollector(),
        new KubeNodeCollector(),
        new KubeServiceCollector(),
        new KubeVolumeCollector(),
        new NetworkPolicyCollector(),
        new NodeClaimCollector(),
        new NodeClassCollector(),
        new PodCollector(),
        new PodDisruptionBudgetCollector(),
        new ServiceAccountCollector(),
        new StorageClassCollector(),
        new TargetGroupBindingCollector(),
        new VolumeClaimCollector(),
        new WorkbenchSiteCollector(),
        new WorkloadCollector(),
    ];
}
