using Scanner.Model;
using Rds = Amazon.RDS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What RDS says of a cluster: itself, its subnet group, and where its members are.</summary>
internal static class DatabaseClusters
{
    public static Database Map(Answer<Rds.DBCluster> cluster, AwsScope scope)
    {
        var (id, key) = Identity(cluster.Value!, scope);
        return new()
        {
            Id = id,
            Key = key,
            Name = cluster.Optional(c => c.DBClusterIdentifier),
            Engine = cluster.Map(c => Engines.Of(Wire.Need(c.Engine))),
            EngineName = cluster.Field(c => c.Engine),
            EngineVersion = cluster.Optional(c => c.EngineVersion),
            Form = cluster.Map(c => Wire.Need(c.Engine).StartsWith("aurora", StringComparison.Ordinal) ? DatabaseForm.Aurora : DatabaseForm.MultiAzCluster),
            Status = cluster.Field(c => c.Status),
            Endpoints = cluster.Items(Endpoints),
            ReaderEndpoints = cluster.Items(c => c.ReaderEndpoint is { Length: > 0 } reader ? [reader] : (string[])[]),
            Port = cluster.Field(c => c.Port),
            SecurityGroups = cluster.Items(c => DatabaseInstances.Groups(c.VpcSecurityGroups)),
            IsMultiAz = cluster.Truth(c => c.MultiAZ),
            InstanceClass = cluster.Optional(c => c.DBClusterInstanceClass),
            MinCapacity = cluster.Optional(c => c.ServerlessV2ScalingConfiguration is { } serverless ? (decimal?)Wire.Need(serverless.MinCapacity) : null),
            MaxCapacity = cluster.Optional(c => c.ServerlessV2ScalingConfiguration is { } serverless ? (decimal?)Wire.Need(serverless.MaxCapacity) : null),
            BackupRetentionDays = cluster.Field(c => c.BackupRetentionPeriod),
            ReplicaOf = cluster.Optional(c => c.ReplicationSourceIdentifier is { Length: > 0 } source ? source : null),
            ClusterIdentifier = cluster.Optional(_ => (string?)null),
            Fronts = cluster.Items<Ref<Database>>(_ => []),
            CreatedAt = cluster.Map(c => (DateTimeOffset?)Wire.Need(Moment.Of(c.ClusterCreateTime), "ClusterCreateTime")),
            Tags = cluster.Map(c => Tags(c)),
        };
    }

    /// <summary>A cluster names its subnet group only.</summary>
    public static Database Place(Rds.DBCluster cluster, Listing<Rds.DBSubnetGroup> groups, AwsScope scope)
    {
        var (id, key) = Identity(cluster, scope);
        var group = groups.Find(g => string.Equals(g.DBSubnetGroupName, cluster.DBSubnetGroup, StringComparison.OrdinalIgnoreCase), $"DBSubnetGroup {cluster.DBSubnetGroup}");
        return new() { Id = id, Key = key, Vpc = group.Map(g => (Ref<Vpc>?)Refs.Need<Vpc>(g.VpcId)), Subnets = group.Map(DatabaseInstances.Subnets) };
    }

    /// <summary>Aurora's own list of zones is where its storage is; its members tell where, and from where, it can be reached.</summary>
    public static Database Zones(Rds.DBCluster cluster, Listing<Rds.DBInstance> instances, AwsScope scope)
    {
        var (id, key) = Identity(cluster, scope);
        var members = instances.Whole();
        return new()
        {
            Id = id,
            Key = key,
            AvailabilityZones = members.Items(all => Members(all, cluster).SelectMany(DatabaseInstances.Zones).Distinct().Order(StringComparer.Ordinal)),
            IsPubliclyAccessible = members.Truth(all => Members(all, cluster).Select(i => Wire.Need(i.PubliclyAccessible)).ToList().Contains(true)),
        };
    }

    private static IEnumerable<Rds.DBInstance> Members(IEnumerable<Rds.DBInstance> all, Rds.DBCluster cluster) =>
        all.Where(i => i.DBClusterIdentifier == cluster.DBClusterIdentifier);

    public static string Arn(string identifier, AwsScope scope) => scope.Arn("rds", $"cluster:{identifier}");

    private static (string Id, string Key) Identity(Rds.DBCluster cluster, AwsScope scope)
    {
        var id = cluster.DBClusterArn ?? Arn(cluster.DBClusterIdentifier, scope);
        return (id, ResourceKey.Of(Tags(cluster), id));
    }

    private static StringMap Tags(Rds.DBCluster cluster) => AwsTags.Of(cluster.TagList, t => t.Key, t => t.Value);

    private static IEnumerable<string> Endpoints(Rds.DBCluster cluster) =>
        new[] { cluster.Endpoint }.Concat(cluster.CustomEndpoints ?? []).Where(e => e is { Length: > 0 });
}
