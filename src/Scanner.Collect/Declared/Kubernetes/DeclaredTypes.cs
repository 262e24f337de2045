using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Collect.Declared.Kubernetes;

/// <summary>The types of objects that files can declare, and who reads them.</summary>
internal static class DeclaredTypes
{
    /// <summary>Of what runs, a file can say nothing.</summary>
    private static readonly IReadOnlyList<IKubernetesCollector> s_readers =
        [.. KubernetesCollectors.All.Where(c => c is not (ClusterCollector or KubeNodeCollector or NodeClaimCollector or PodCollector))];

    /// <summary>Who reads the object; null where nobody does, or not in this version.</summary>
    public static IKubernetesCollector? Reader(DeclaredObject item) => s_readers.FirstOrDefault(c => c.Resources.Any(r =>
        r.Group == item.Group && r.Plural == item.Plural && r.Versions.Contains(item.Version, StringComparer.Ordinal)));

    /// <summary>The types that are read in a version of a group.</summary>
    public static IReadOnlyCollection<string> Plurals(string group, string version) =>
        [.. s_readers.SelectMany(c => c.Resources).Where(r => r.Group == group && r.Versions.Contains(version, StringComparer.Ordinal)).Select(r => r.Plural).Distinct(StringComparer.Ordinal)];
}
