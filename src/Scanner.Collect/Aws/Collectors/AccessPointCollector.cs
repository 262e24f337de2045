using Scanner.Model;
using Scanner.Model.Snapshots;
using Efs = Amazon.ElasticFileSystem.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>elasticfilesystem:DescribeAccessPoints, of all file systems at once.</summary>
internal sealed class AccessPointCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var points = await scope.Probe<AccessPoint>().List("elasticfilesystem:DescribeAccessPoints",
            (token, stop) => scope.Clients.Efs.DescribeAccessPointsAsync(new() { NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.AccessPoints, point => point.AccessPointId, cancellationToken);
        sink.Cover<AccessPoint>(points.Evidence, points.Gap);
        foreach (var point in points.Items) sink.Observe(point.Evidence, Map(point));
    }

    private static AccessPoint Map(Answer<Efs.AccessPointDescription> point)
    {
        var (id, tags) = (point.Value!.AccessPointId, AwsTags.Of(point.Value.Tags, t => t.Key, t => t.Value));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = point.Optional(p => p.Name is { Length: > 0 } name ? name : tags["Name"]),
            FileSystem = point.Map(p => Refs.Need<FileSystem>(p.FileSystemId)),
            RootDirectory = point.Field(p => p.RootDirectory?.Path),
            PosixUser = point.Map(p => p.PosixUser is { } user ? Wire.Need(user.Uid) : (long?)null),
            Tags = point.Map(_ => tags),
        };
    }
}
