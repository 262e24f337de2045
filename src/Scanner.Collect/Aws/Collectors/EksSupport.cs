using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>eks:DescribeClusterVersions: until when AWS supports what EKS clusters run.</summary>
internal sealed class EksSupport(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(IReadOnlyList<(string Name, Answer<Eks.Cluster> Cluster)> clusters, CancellationToken cancellationToken)
    {
        if (clusters.Count == 0) return;
        var versions = await scope.Probe<Cluster>().List("eks:DescribeClusterVersions",
            (token, stop) => scope.Clients.Eks.DescribeClusterVersionsAsync(new() { IncludeAll = true, NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.ClusterVersions, version => version.ClusterVersion, cancellationToken);
        foreach (var (name, cluster) in clusters)
        {
            var id = scope.EksCluster(name).Id;
            sink.Observe(versions.Evidence, new Cluster { Id = id, Key = id, StandardSupportEndsAt = cluster.Field(c => c.Version).Then(v => EndOf(v, versions)) });
        }
    }

    /// <summary>A version that AWS does not list any more has no support to end.</summary>
    private static Fact<DateTimeOffset?> EndOf(string version, Listing<Eks.ClusterVersionInformation> versions) =>
        versions.Items.FirstOrDefault(v => v.Value!.ClusterVersion == version) is { } listed
            ? listed.Map(v => (DateTimeOffset?)Wire.Need(Moment.Of(v.EndOfStandardSupportDate)))
            : versions.Whole().Map(_ => (DateTimeOffset?)null);
}
