using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>eks:ListClusters, eks:DescribeCluster for each, and eks:DescribeClusterVersions.</summary>
internal sealed class EksClusterCollector(IReadOnlyList<string> named) : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var clusters = await EksClusterNames.Of<Cluster>(scope, named, cancellationToken);
        sink.Cover<Cluster>(clusters.Listing.Evidence, clusters.Listing.Gap);
        foreach (var listed in clusters.Listing.Items) sink.Observe(listed.Evidence, Listed(listed, scope));
        var described = await Task.WhenAll(clusters.Names.Select(async name => (Name: name, Cluster: await Describe(name, scope, cancellationToken))));
        foreach (var (name, cluster) in described) sink.Observe(scope, cluster, name);
        await new EksSupport(scope, sink).Collect(described, cancellationToken);
    }

    /// <summary>What EKS says of one cluster.</summary>
    public static async Task<Answer<Eks.Cluster>> Describe(string name, AwsScope scope, CancellationToken cancellationToken) =>
        (await scope.Probe<Cluster>().Ask("eks:DescribeCluster", stop => scope.Clients.Eks.DescribeClusterAsync(new() { Name = name }, stop), cancellationToken))
        .Part(a => a.Cluster);

    /// <summary>That it is one of EKS, which the list says even where the rest is refused.</summary>
    private static Cluster Listed(Answer<string> listed, AwsScope scope) => new()
    {
        Id = scope.EksCluster(listed.Value!).Id,
        Key = scope.EksCluster(listed.Value!).Id,
        Name = listed.Optional(name => (string?)name),
        Kind = listed.Map(_ => ClusterKind.Eks),
    };
}
