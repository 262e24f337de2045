namespace Scanner.Model;

/// <summary>A database (rds:DescribeDBInstances, DescribeDBClusters, DescribeDBProxies, DescribeDBProxyTargets).</summary>
public sealed class Database : Resource
{
    internal Database() { }

    public Fact<DatabaseEngine> Engine { get; internal init; }

    /// <summary>The engine's own word: <c>postgres</c>, <c>aurora-mysql</c> …</summary>
    public Fact<string> EngineName { get; internal init; }

    public Fact<string?> EngineVersion { get; internal init; }

    public Fact<DatabaseForm> Form { get; internal init; }

    /// <summary>The status: <c>available</c>, <c>stopped</c>, <c>creating</c> …</summary>
    public Fact<string> Status { get; internal init; }

    /// <summary>Host names at which clients can read and write: the writer's, and custom endpoints.</summary>
    public Fact<Items<string>> Endpoints { get; internal init; }

    /// <summary>Host names that serve reads only: a cluster's reader endpoint; empty where there is none.</summary>
    public Fact<Items<string>> ReaderEndpoints { get; internal init; }

    public Fact<int> Port { get; internal init; }

    public Fact<Ref<Vpc>?> Vpc { get; internal init; }

    /// <summary>The subnets of its subnet group: where it is, or may be after a failover.</summary>
    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    /// <summary>The zones it is in now.</summary>
    public Fact<Items<string>> AvailabilityZones { get; internal init; }

    public Truth IsMultiAz { get; internal init; }

    public Truth IsPubliclyAccessible { get; internal init; }

    public Fact<string?> InstanceClass { get; internal init; }

    /// <summary>The least capacity of an Aurora Serverless v2 cluster, in capacity units; null for all else.</summary>
    public Fact<decimal?> MinCapacity { get; internal init; }

    /// <summary>The most capacity of an Aurora Serverless v2 cluster, in capacity units; null for all else.</summary>
    public Fact<decimal?> MaxCapacity { get; internal init; }

    public Fact<int> BackupRetentionDays { get; internal init; }

    /// <summary>The instance it replicates; null where it is no read replica.</summary>
    public Fact<string?> ReplicaOf { get; internal init; }

    /// <summary>The cluster of a member instance; null where it is none.</summary>
    public Fact<string?> ClusterIdentifier { get; internal init; }

    /// <summary>What a proxy stands in front of; empty for any other form.</summary>
    public Fact<Items<Ref<Database>>> Fronts { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }

    /// <summary>Null for a proxy's target that AWS does not date.</summary>
    public Fact<DateTimeOffset?> CreatedAt { get; internal init; }
}
