using Scanner.Model;
using Scanner.Model.Snapshots;
using Fsx = Amazon.FSx.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>fsx:DescribeVolumes.</summary>
internal sealed class StorageVolumeCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var volumes = await scope.Probe<StorageVolume>().List("fsx:DescribeVolumes",
            (token, stop) => scope.Clients.Fsx.DescribeVolumesAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.Volumes, volume => volume.VolumeId, cancellationToken);
        sink.Cover<StorageVolume>(volumes.Evidence, volumes.Gap);
        foreach (var volume in volumes.Items) sink.Observe(volume.Evidence, Map(volume));
    }

    private static StorageVolume Map(Answer<Fsx.Volume> volume)
    {
        var (id, tags) = (volume.Value!.VolumeId, AwsTags.Of(volume.Value.Tags, t => t.Key, t => t.Value));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = volume.Optional(v => v.Name),
            Type = volume.Field(v => Type(v.VolumeType?.Value), "VolumeType"),
            FileSystem = volume.Map(v => (Ref<FileSystem>?)Refs.Need<FileSystem>(v.FileSystemId)),
            Path = volume.Map(Path),
            Lifecycle = volume.Map(v => (string?)Wire.Need(v.Lifecycle?.Value)),
            QuotaGiB = volume.Map(QuotaGiB),
            NfsExports = volume.Items(Exports),
            Instances = volume.Items<Ref<ComputeInstance>>(_ => []),
            IsEncrypted = volume.Truth(_ => true), // FSx encrypts them all
            Tags = volume.Map(_ => tags),
        };
    }

    private static FileSystemType? Type(string? type) => type switch { "OPENZFS" => FileSystemType.OpenZfs, "ONTAP" => FileSystemType.Ontap, _ => null };

    private static bool IsOpenZfs(Fsx.Volume volume) => Wire.Need(volume.VolumeType?.Value) switch
    {
        "OPENZFS" => true,
        "ONTAP" => false,
        _ => throw new AbsentFieldException("VolumeType"),
    };

    /// <summary>OpenZFS leaves out the leading slash; a volume of ONTAP without a junction cannot be mounted.</summary>
    private static string? Path(Fsx.Volume volume) => IsOpenZfs(volume)
        ? "/" + Wire.Need(volume.OpenZFSConfiguration?.VolumePath).Trim('/')
        : Wire.Need(volume.OntapConfiguration).JunctionPath is { Length: > 0 } path ? path : null;

    /// <summary>OpenZFS says -1 where there is no quota.</summary>
    private static int? QuotaGiB(Fsx.Volume volume) => IsOpenZfs(volume)
        ? Wire.Need(volume.OpenZFSConfiguration).StorageCapacityQuotaGiB is { } quota and >= 0 ? quota : null
        : Wire.Need(volume.OntapConfiguration?.SizeInMegabytes) / 1024;

    private static IEnumerable<string> Exports(Fsx.Volume volume) => !IsOpenZfs(volume) ? [] : (Wire.Need(volume.OpenZFSConfiguration).NfsExports ?? [])
        .SelectMany(e => e.ClientConfigurations ?? []).Select(c => $"{Wire.Need(c.Clients)}: {string.Join(", ", c.Options ?? [])}");
}
