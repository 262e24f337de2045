using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeImages of the images that instances and ParallelCluster's launch templates name.</summary>
internal sealed class MachineImageCollector : ICollector
{
    private const string Action = "ec2:DescribeImages";

    /// <summary>As many values as a filter may have.</summary>
    private const int Batch = 200;

    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var (instances, templates) = (scope.Shared.Instances(cancellationToken), scope.Shared.LaunchTemplates(cancellationToken));
        var named = Named(await instances).Concat(Named(await templates)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        sink.Cover<MachineImage>((await instances).Evidence, (await instances).About<MachineImage>().Gap);
        sink.Cover<MachineImage>((await templates).Evidence, (await templates).About<MachineImage>().Gap);
        // where none is named, nothing is asked, and the listing is complete all the same
        if (named.Count == 0) sink.Cover<MachineImage>((await instances).Evidence with { Action = Action }, null);
        await Task.WhenAll(named.Chunk(Batch).Select(ids => Collect([.. ids], scope, sink, cancellationToken)));
    }

    private static IEnumerable<string> Named(Listing<Ec2.Instance> instances) => instances.Items.Select(i => i.Value!.ImageId).Where(IsId);

    private static IEnumerable<string> Named(Listing<Ec2.LaunchTemplateVersion> templates) => templates.Items.Select(t => t.Value!)
        .Where(t => LaunchTemplates.InstanceTags(t).Has(ParallelClusterNode.ClusterTag)).Select(t => t.LaunchTemplateData?.ImageId!).Where(IsId);

    /// <summary>A launch template may name a parameter that holds the id.</summary>
    private static bool IsId(string? text) => text is not null && text.StartsWith("ami-", StringComparison.Ordinal);

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
