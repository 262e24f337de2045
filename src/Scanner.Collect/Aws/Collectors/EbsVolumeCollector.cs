using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>
/// The volumes of ParallelCluster's head and login nodes (ec2:DescribeVolumes). Those of compute nodes come and go with them, and hold nothing
/// that is shared.
/// </summary>
internal sealed class EbsVolumeCollector : ICollector
{
    private const string Action = "ec2:DescribeVolumes";

    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        new NamedByOthers<StorageVolume>(sink, Action, ids => Collect(ids, scope, sink, cancellationToken))
            .Follow(scope.Shared.Instances(cancellationToken), i => [HasSharedVolumes(i) ? i.InstanceId : null]);

    private static bool HasSharedVolumes(Ec2.Instance instance) => ParallelClusterNode.Of(AwsTags.Of(instance.Tags)) is { Role: not NodeRole.Compute };

    private static async Task Collect(List<string> instances, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var volumes = await scope.Probe<StorageVolume>().List(Action,
            (token, stop) => scope.Clients.Ec2.DescribeVolumesAsync(
                new() { Filters = [new() { Name = "attachment.instance-id", Values = instances }], NextToken = token, MaxResults = 500 }, stop),
            page => page.NextToken, page => page.Volumes, volume => volume.VolumeId, cancellationToken);
        sink.Cover<StorageVolume>(volumes.Evidence, volumes.Gap);
        foreach (var volume in volumes.Items) sink.Observe(volume.Evidence, Map(volume));
    }

    private static StorageVolume Map(Answer<Ec2.Volume> volume)
    {
        var (id, tags) = (volume.Value!.VolumeId, AwsTags.Of(volume.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = volume.Optional(_ => tags["Name"]),
            Type = volume.Map(_ => FileSystemType.Ebs),
            FileSystem = volume.Optional(_ => (Ref<FileSystem>?)null),
            Path = volume.Optional(_ => (string?)null), // where it is mounted, only the instance knows
            Lifecycle = volume.Map(v => (string?)Wire.Need(v.State?.Value)),
            QuotaGiB = volume.Map(v => (int?)Wire.Need(v.Size)),
            NfsExports = volume.Items<string>(_ => []),
            Instances = volume.Some(v => Refs.Many<ComputeInstance>(v.Attachments?.Select(a => a.InstanceId)), "Attachments.InstanceId"),
            IsEncrypted = volume.Truth(v => v.Encrypted),
            Tags = volume.Map(_ => tags),
        };
    }
}
