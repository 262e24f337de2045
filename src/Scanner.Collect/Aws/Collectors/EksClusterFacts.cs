using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What eks:DescribeCluster says, as facts.</summary>
internal static class EksClusterFacts
{
    public static void Observe(this SnapshotBuilder sink, AwsScope scope, Answer<Eks.Cluster> cluster, string name)
    {
        var network = cluster.Part(c => c.ResourcesVpcConfig);
        sink.Observe(cluster.Evidence, new Cluster
        {
            Id = scope.EksCluster(name).Id,
            Key = scope.EksCluster(name).Id,
            // that it was asked for says this much, whatever the answer is
            Name = new(name, cluster.Evidence),
            Kind = new(ClusterKind.Eks, cluster.Evidence),
            Version = cluster.Field(c => c.Version is { } text ? SemanticVersion.Parse(text) : null, "Version"),
            Status = cluster.Field(c => c.Status?.Value),
            Endpoint = Endpoint(cluster),
            Vpc = network.Map(n => Refs.Need<Vpc>(n.VpcId)),
            Subnets = network.Some(n => Refs.Many<Subnet>(n.SubnetIds), "SubnetIds"),
            ClusterSecurityGroup = network.Optional(n => Refs.Maybe<SecurityGroup>(n.ClusterSecurityGroupId)),
            IsAutoMode = IsAutoMode(cluster),
            Tags = cluster.Map(c => AwsTags.Of(c.Tags, t => t.Key, t => t.Value)),
        });
    }

    /// <summary>A cluster that is being made, or could not be, has none yet.</summary>
    private static Fact<string?> Endpoint(Answer<Eks.Cluster> cluster) => cluster.Optional(c =>
        c.Endpoint is { Length: > 0 } endpoint ? endpoint : Wire.Need(c.Status?.Value) is "CREATING" or "FAILED" or "PENDING" ? null : Wire.Need<string>(null, "Endpoint"));

    /// <summary>Only clusters that Auto Mode was ever set up for have a compute configuration; one that they have must say which it is.</summary>
    private static Truth IsAutoMode(Answer<Eks.Cluster> cluster) =>
        cluster.Value is { ComputeConfig: null } ? Truth.Of(false, cluster.Evidence) : cluster.Truth(c => c.ComputeConfig?.Enabled, "ComputeConfig.Enabled");
}
