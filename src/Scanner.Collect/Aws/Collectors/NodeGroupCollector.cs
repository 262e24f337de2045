using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>What makes ParallelCluster's nodes: Auto Scaling groups of login pools, launch templates of queues, the head node.</summary>
internal sealed class NodeGroupCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) => await Task.WhenAll(
        new LoginGroups(scope, sink).Collect(cancellationToken),
        new QueueGroups(scope, sink).Collect(cancellationToken),
        new HeadGroups(scope, sink).Collect(cancellationToken));
}
