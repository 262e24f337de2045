using Scanner.Model;
using Scanner.Model.Snapshots;
using Cfn = Amazon.CloudFormation.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ParallelCluster clusters: their stacks (cloudformation:DescribeStacks), their nodes' tags, and the configuration they keep.</summary>
internal sealed class ClusterCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var stacks = await scope.Probe<Cluster>().List("cloudformation:DescribeStacks",
            (token, stop) => scope.Clients.CloudFormation.DescribeStacksAsync(new() { NextToken = token }, stop),
            page => page.NextToken, page => page.Stacks, stack => stack.StackId, cancellationToken);
        sink.Cover<Cluster>(stacks.Evidence, stacks.Gap);
        var roots = stacks.Items.Where(s => ClusterStack.IsRoot(s.Value!)).DistinctBy(s => s.Value!.StackName, StringComparer.Ordinal)
            .ToDictionary(s => s.Value!.StackName, StringComparer.Ordinal);
        var tagged = await new TaggedClusters(scope, sink).Collect(cancellationToken);
        var configurations = new StoredConfiguration(scope, sink);
        await Task.WhenAll(roots.Keys.Union(tagged).Select(name => Collect(name,
            roots.TryGetValue(name, out var stack) ? stack : ClusterStack.Unseen(name, stacks), scope, sink, configurations, cancellationToken)));
    }

    private static Task Collect(
        string name, Answer<Cfn.Stack> stack, AwsScope scope, SnapshotBuilder sink, StoredConfiguration configurations, CancellationToken cancellationToken)
    {
        sink.Observe(stack.Evidence, ClusterStack.Map(stack, scope.Cluster(name), name));
        return configurations.Collect(name, stack, cancellationToken);
    }
}
