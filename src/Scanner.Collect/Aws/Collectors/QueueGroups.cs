using Scanner.Collect.ParallelCluster;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Ec2 = Amazon.EC2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ec2:DescribeLaunchTemplateVersions of every launch template's latest version; those of queues name cluster, queue and compute resource.</summary>
internal sealed class QueueGroups(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(CancellationToken cancellationToken)
    {
        var versions = await scope.Shared.LaunchTemplates(cancellationToken);
        sink.Cover<NodeGroup>(versions.Evidence, versions.Gap);
        await Task.WhenAll(versions.Items.Select(v => Collect(v, cancellationToken)));
    }

    private Task Collect(Answer<Ec2.LaunchTemplateVersion> version, CancellationToken cancellationToken)
    {
        if (Queue(version.Value!) is not { } identity) return Task.CompletedTask;
        sink.Observe(version.Evidence, LaunchTemplates.MapQueue(version, identity));
        return new NodeMounts(scope, sink).Collect(version, identity, cancellationToken);
    }

    private NodeGroupIdentity? Queue(Ec2.LaunchTemplateVersion version)
    {
        var tags = LaunchTemplates.InstanceTags(version);
        return tags[ParallelClusterNode.ClusterTag] is { } cluster && tags["parallelcluster:queue-name"] is { } queue
            && tags["parallelcluster:compute-resource-name"] is { } resource
            ? NodeGroupIdentity.Queue(scope.Cluster(cluster), cluster, queue, resource)
            : null;
    }
}
