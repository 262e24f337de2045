using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeImages of the images that instances and ParallelCluster's launch templates name.</summary>
internal sealed class MachineImageCollector : ICollector
{
    private const string Action = "ec2:DescribeImages";

    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var images = new NamedByOthers<MachineImage>(sink, Action, ids => Collect(ids, scope, sink, cancellationToken));
        return Task.WhenAll(
            images.Follow(scope.Shared.Instances(cancellationToken), instance => Ids(instance.ImageId)),
            images.Follow(scope.Shared.LaunchTemplates(cancellationToken), Ids));
    }

    private static IEnumerable<string> Ids(Ec2.LaunchTemplateVersion version) =>
        LaunchTemplates.InstanceTags(version).Has(ParallelClusterNode.ClusterTag) ? Ids(version.LaunchTemplateData?.ImageId) : [];

    /// <summary>A launch template may name a parameter that holds the id.</summary>
    private static IEnumerable<string> Ids(string? text) => text is not null && text.StartsWith("ami-", StringComparison.Ordinal) ? [text] : [];

    /// <summary>By a filter: asked by id, one that was deregistered since would make the whole call fail.</summary>
    private static async Task Collect(List<string> ids, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var images = await scope.Probe<MachineImage>().List(Action,
            (token, stop) => scope.Clients.Ec2.DescribeImagesAsync(
                new() { Filters = [new() { Name = "image-id", Values = ids }], IncludeDeprecated = true, IncludeDisabled = true, NextToken = token, MaxResults = 1000 }, stop),
            page => page.NextToken, page => page.Images, image => image.ImageId, cancellationToken);
        sink.Cover<MachineImage>(images.Evidence, images.Gap);
        foreach (var image in images.Items) sink.Observe(image.Evidence, Map(image));
    }

    private static MachineImage Map(Answer<Ec2.Image> image)
    {
        var (id, tags) = (image.Value!.ImageId, AwsTags.Of(image.Value.Tags));
        return new()
        {
            Id = id,
            Key = ResourceKey.Of(tags, id),
            Name = image.Optional(i => i.Name),
            Owner = image.Field(i => i.OwnerId),
            OwnerAlias = image.Optional(i => i.ImageOwnerAlias is { Length: > 0 } alias ? alias : null),
            State = image.Field(i => i.State?.Value),
            CreatedAt = image.Field(i => Moment.Of(i.CreationDate)),
            DeprecatedAt = image.Optional(i => i.DeprecationTime is { Length: > 0 } time ? Wire.Need(Moment.Of(time), "DeprecationTime") : (DateTimeOffset?)null),
            Tags = image.Map(_ => tags),
        };
    }
}
