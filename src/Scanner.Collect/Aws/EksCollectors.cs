using Scanner.Collect.Aws.Collectors;

namespace Scanner.Collect.Aws;

/// <summary>What is collected from every account and region where a scan concerns a Kubernetes cluster too; others ask EKS nothing.</summary>
internal static class EksCollectors
{
    /// <param name="named">The clusters that the scan was told of by name, which need not be found by listing.</param>
    public static IReadOnlyList<ICollector> All(IReadOnlyList<string> named) => [new EksAddonCollector(named), new EksClusterCollector(named), new EksNodeGroupCollector(named)];
}
