using Scanner.Model;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What fsx:DescribeFileCaches says of a cache; its tags are not in that answer.</summary>
internal static class FileCaches
{
    public static FileSystem Map(Answer<Fsx.FileCache> cache)
    {
        var id = cache.Value!.FileCacheId;
        return new()
        {
            Id = id,
            Key = id,
            Type = cache.Map(_ => FileSystemType.FileCache),
            Lifecycle = cache.Map(c => (string?)Wire.Need(c.Lifecycle?.Value)),
            DeploymentType = cache.Map(c => (string?)Wire.Need(c.LustreConfiguration?.DeploymentType?.Value)),
            CapacityGiB = cache.Optional(c => c.StorageCapacity),
            DnsName = cache.Optional(c => c.DNSName),
            Vpc = cache.Map(c => (Ref<Vpc>?)Refs.Need<Vpc>(c.VpcId)),
            Subnets = cache.Items(c => Refs.Many<Subnet>(Wire.List(c.SubnetIds))),
            NetworkInterfaces = cache.Items(c => Refs.Many<NetworkInterface>(Wire.List(c.NetworkInterfaceIds))),
            CreatedAt = cache.Field(c => Moment.Of(c.CreationTime)),
            StorageType = cache.Optional(_ => (string?)"SSD"), // the only one that caches have
            ThroughputMode = cache.Optional(_ => (string?)null),
            IsOneZone = cache.Truth(_ => true),
            MountName = cache.Map(c => (string?)Wire.Need(c.LustreConfiguration?.MountName)),
            EndpointIps = cache.Items<string>(_ => []),
            RouteTables = cache.Items<Ref<RouteTable>>(_ => []),
            BackupRetentionDays = cache.Map(_ => (int?)0), // caches have no backups
            LastBackupAt = cache.Optional(_ => (DateTimeOffset?)null),
            BackupPolicy = cache.Optional(_ => (string?)null),
        };
    }
}
