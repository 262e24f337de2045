using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The types of objects that files can declare, and who reads them.</summary>
internal static class DeclaredTypes
{
    /// <summary>Of what runs, a file can say nothing.</summary>
    private static readonly IReadOnlyList<IKubernetesCollector> s_readers =
        [.. KubernetesCollectors.All.Where(c => c is not (ClusterCollector or KubeNodeCollector or NodeClaimCollector or PodCollector))];

    /// <summary>As they are written: an API server knows no <c>Nodepool</c>, although its path would be the same.</summary>
    private static readonly HashSet<string> s_kinds = new(
        [
            "ConfigMap", "CSIDriver", "DaemonSet", "Deployment", "EC2NodeClass", "Gateway", "GatewayClass", "HorizontalPodAutoscaler", "HTTPProxy", "HTTPRoute", "Ingress", "IngressClass",
            "IngressRoute", "Job", "NetworkPolicy", "NodeClass", "NodePool", "PersistentVolume", "PersistentVolumeClaim", "PodDisruptionBudget", "Provisioner", "Secret", "Service",
            "ServiceAccount", "Site", "StatefulSet", "StorageClass", "TargetGroupBinding",
        ], StringComparer.Ordinal);

    /// <summary>The kinds, by which a slip can be told.</summary>
    public static IReadOnlyCollection<string> Kinds => s_kinds;

    /// <summary>Who reads the object; null where nobody does, or not in this version.</summary>
    public static IKubernetesCollector? Reader(DeclaredObject item) => !s_kinds.Contains(item.Kind) ? null : s_readers.FirstOrDefault(c => c.Resources.Any(r =>
        r.Group == item.Group && r.Plural == item.Plural && r.Versions.Contains(item.Version, StringComparer.Ordinal)));

    /// <summary>The types that are read in a version of a group.</summary>
    public static IReadOnlyCollection<string> Plurals(string group, string version) =>
        [.. s_readers.SelectMany(c => c.Resources).Where(r => r.Group == group && r.Versions.Contains(version, StringComparer.Ordinal)).Select(r => r.Plural).Distinct(StringComparer.Ordinal)];
}
