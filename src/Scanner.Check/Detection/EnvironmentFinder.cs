using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Detection;

/// <summary>Finds the environments in a snapshot: one for each ParallelCluster and each Kubernetes cluster that was entered, and Workbench on hosts outside clusters.</summary>
internal static class EnvironmentFinder
{
    public static IReadOnlyList<Model.Environment> Find(ResourceGraph graph, Parameters parameters)
    {
        var clusters = OnClusters(graph, parameters);
        return [.. clusters.Concat(HostEnvironments.Find(graph, parameters, clusters)).OrderBy(e => e.Key, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Model.Environment> OnClusters(ResourceGraph graph, Parameters parameters) =>
        [.. Clusters(graph).Members.Select(m => m.Item).Where(c => !IsSeenFromAwsOnly(c)).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new Model.Environment(graph, c, ScopesOf(graph, c, parameters), parameters))];

    /// <summary>Why some environments may not have been found; null where all could be listed.</summary>
    public static Gap? Unlisted(ResourceGraph graph, Parameters parameters) => HostEnvironments.Unfound(graph, parameters) ?? Clusters(graph).Unlisted;

    /// <summary>An EKS cluster is the AWS side of a Kubernetes cluster; what runs in it, AWS does not tell.</summary>
    private static bool IsSeenFromAwsOnly(Cluster cluster) => (cluster.Kind == ClusterKind.Eks).IsTrue;

    /// <summary>
    /// A ParallelCluster lies in one account and region. A Kubernetes cluster is seen through its own API and through AWS: the account
    /// and region of its EKS cluster, or, where that could not be told, all that its target names.
    /// </summary>
    private static IReadOnlyList<string> ScopesOf(ResourceGraph graph, Cluster cluster, Parameters parameters)
    {
        if (!ScopeName.IsKubernetes(cluster.Scope)) return [cluster.Scope];
        var aws = graph.Snapshot.Header.Targets.Where(t => t.Scopes.Contains(cluster.Scope)).SelectMany(t => t.Scopes)
            .Where(ScopeName.IsAws).Distinct().Order(StringComparer.Ordinal).ToList();
        var eks = new Model.Environment(graph, cluster, [cluster.Scope, .. aws], parameters).EksCluster();
        return eks.IsKnown ? [cluster.Scope, eks.Value.Scope] : [cluster.Scope, .. aws];
    }

    private static ResourceSet<Cluster> Clusters(ResourceGraph graph) => graph.Of<Cluster>(
        [.. graph.Snapshot.Header.Targets.SelectMany(t => t.Scopes).Concat(graph.Snapshot.Coverage.Where(c => c.Kind != nameof(Attestation)).Select(c => c.Scope)).Distinct().Order(StringComparer.Ordinal)]);
}
