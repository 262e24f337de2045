using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>Clusters by their nodes' tags (ec2:DescribeInstances), which also tell the version where the stack cannot be seen.</summary>
internal sealed class TaggedClusters(AwsScope scope, SnapshotBuilder sink)
{
    /// <returns>The names of the clusters that have nodes.</returns>
    public async Task<IReadOnlyList<string>> Collect(CancellationToken cancellationToken)
    {
        var instances = (await scope.Shared.Instances(cancellationToken)).About<Cluster>();
        sink.Cover<Cluster>(instances.Evidence, instances.Gap);
        var clusters = instances.Items.Where(i => Name(i.Value!) is not null).GroupBy(i => Name(i.Value!)!, StringComparer.Ordinal).ToList();
        foreach (var cluster in clusters) sink.Observe(instances.Evidence, Map(cluster.MinBy(i => i.Value!.InstanceId, StringComparer.Ordinal)!, cluster.Key));
        return [.. clusters.Select(c => c.Key)];
    }

    /// <summary>Instances of a deleted cluster keep their tags for an hour after they end.</summary>
    private static string? Name(Ec2.Instance instance) =>
        instance.State?.Name?.Value is "terminated" or "shutting-down" ? null : AwsTags.Of(instance.Tags)[ParallelClusterNode.ClusterTag];

    private Cluster Map(Answer<Ec2.Instance> node, string name) => new()
    {
        Id = scope.Cluster(name).Id,
        Key = ParallelClusterNode.ClusterKey(name),
        Name = node.Optional(_ => (string?)name),
        Kind = node.Map(_ => ClusterKind.ParallelCluster),
        Version = node.Field(i => Attribute(i, 2) is { } text ? SemanticVersion.Parse(text) : null, "tag parallelcluster:attributes"),
        Scheduler = node.Field(i => Attribute(i, 1), "tag parallelcluster:attributes"),
    };

    /// <summary>The tag is <c>os, scheduler, version, architecture</c>.</summary>
    private static string? Attribute(Ec2.Instance instance, int position) =>
        AwsTags.Of(instance.Tags)["parallelcluster:attributes"]?.Split(',', StringSplitOptions.TrimEntries).ElementAtOrDefault(position);
}
