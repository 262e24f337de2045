using Amazon;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Efs = Amazon.ElasticFileSystem.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>elasticfilesystem:DescribeFileSystems, and for each its backup policy, its mount targets and their security groups.</summary>
internal sealed class EfsCollector : ICollector
{
    private static readonly Efs.DescribeBackupPolicyResponse s_noPolicy = new();

    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var systems = await scope.Probe<FileSystem>().List("elasticfilesystem:DescribeFileSystems",
            (token, stop) => scope.Clients.Efs.DescribeFileSystemsAsync(new() { Marker = token, MaxItems = 100 }, stop),
            page => page.NextMarker, page => page.FileSystems, system => system.FileSystemId, cancellationToken);
        sink.Cover<FileSystem>(systems.Evidence, systems.Gap);
        foreach (var system in systems.Items) sink.Observe(system.Evidence, Map(system, scope));
        await Task.WhenAll(systems.Items.Select(s => Task.WhenAll(
            CollectMountTargets(s.Value!, scope, sink, cancellationToken), CollectBackupPolicy(s.Value!, scope, sink, cancellationToken))));
    }

    private static FileSystem Map(Answer<Efs.FileSystemDescription> system, AwsScope scope)
    {
        var (id, tags) = (system.Value!.FileSystemId, Tags(system.Value));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = system.Optional(f => f.Name is { Length: > 0 } name ? name : tags["Name"]),
            Type = system.Map(_ => FileSystemType.Efs),
            Lifecycle = system.Map(f => (string?)Wire.Need(f.LifeCycleState?.Value)),
            DeploymentType = system.Optional(_ => (string?)null),
            CapacityGiB = system.Optional(_ => (int?)null), // it grows
            DnsName = system.Optional(f => (string?)$"{f.FileSystemId}.efs.{scope.Region}.{RegionEndpoint.GetBySystemName(scope.Region).PartitionDnsSuffix}"),
            CreatedAt = system.Field(f => Moment.Of(f.CreationTime)),
            Tags = system.Map(_ => tags),
            StorageType = system.Optional(_ => (string?)null),
            ThroughputMode = system.Map(f => (string?)Wire.Need(f.ThroughputMode?.Value)),
            IsOneZone = system.Truth(f => f.AvailabilityZoneName is { Length: > 0 }), // only One Zone file systems have one
            MountName = system.Optional(_ => (string?)null),
            EndpointIps = system.Items<string>(_ => []),
            RouteTables = system.Items<Ref<RouteTable>>(_ => []),
            BackupRetentionDays = system.Optional(_ => (int?)null),
            DataRepositories = system.Items<string>(_ => []),
        };
    }

    /// <summary>A file system without a policy is answered with an error.</summary>
    private static async Task CollectBackupPolicy(Efs.FileSystemDescription system, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<FileSystem>().Ask("elasticfilesystem:DescribeBackupPolicy",
            stop => scope.Clients.Efs.DescribeBackupPolicyAsync(new() { FileSystemId = system.FileSystemId }, stop), "PolicyNotFound", s_noPolicy, cancellationToken);
        sink.Observe(answer.Evidence, new FileSystem
        {
            Id = system.FileSystemId,
            Key = ResourceKey.Of(Tags(system), system.FileSystemId),
            BackupPolicy = answer.Map(a => a == s_noPolicy ? null : (string?)Wire.Need(a.BackupPolicy?.Status?.Value)),
        });
    }

    private static async Task CollectMountTargets(Efs.FileSystemDescription system, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var (id, key) = (system.FileSystemId, ResourceKey.Of(Tags(system), system.FileSystemId));
        var targets = await scope.Probe<FileSystem>().List("elasticfilesystem:DescribeMountTargets",
            (token, stop) => scope.Clients.Efs.DescribeMountTargetsAsync(new() { FileSystemId = id, Marker = token, MaxItems = 100 }, stop),
            page => page.NextMarker, page => page.MountTargets, target => target.MountTargetId, cancellationToken);
        var all = targets.Whole();
        sink.Observe(targets.Evidence, new FileSystem
        {
            Id = id,
            Key = key,
            Vpc = all.Optional(t => t.Count == 0 ? null : (Ref<Vpc>?)Refs.Need<Vpc>(t[0].VpcId, "MountTargets.VpcId")),
            Subnets = all.Items(t => Refs.Many<Subnet>(t.Select(x => x.SubnetId))),
            NetworkInterfaces = all.Items(t => Refs.Many<NetworkInterface>(t.Select(x => x.NetworkInterfaceId))),
        });
        await CollectGroups(id, key, all, scope, sink, cancellationToken);
    }

    private static async Task CollectGroups(
        string id, string key, Answer<IReadOnlyList<Efs.MountTargetDescription>> targets, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll((targets.Value ?? []).Select(t => scope.Probe<FileSystem>().Ask("elasticfilesystem:DescribeMountTargetSecurityGroups",
            stop => scope.Clients.Efs.DescribeMountTargetSecurityGroupsAsync(new() { MountTargetId = t.MountTargetId }, stop), cancellationToken)));
        var evidence = asked.FirstOrDefault()?.Evidence ?? targets.Evidence with { Action = "elasticfilesystem:DescribeMountTargetSecurityGroups" };
        var missing = targets.Gap ?? asked.Select(a => a.Gap).FirstOrDefault(g => g is not null);
        var groups = new Answer<IReadOnlyList<Efs.DescribeMountTargetSecurityGroupsResponse>>(evidence, nameof(FileSystem), missing is null ? [.. asked.Select(a => a.Value!)] : null, missing);
        sink.Observe(evidence, new FileSystem { Id = id, Key = key, SecurityGroups = groups.Items(all => Refs.Many<SecurityGroup>(all.SelectMany(a => Wire.List(a.SecurityGroups)))) });
    }

    private static StringMap Tags(Efs.FileSystemDescription system) => AwsTags.Of(system.Tags, t => t.Key, t => t.Value);
}
