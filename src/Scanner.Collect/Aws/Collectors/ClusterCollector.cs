using Scanner.Model;
using Scanner.Model.Snapshots;
using Cfn = Amazon.CloudFormation.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>ParallelCluster clusters: their stacks (cloudformation:DescribeStacks), their nodes' tags, and the configuration they keep.</summary>
internal sealed class ClusterCollector : ICollector
{
    public Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        // side by side, so that one listing that is throttled keeps no other waiting
        var stacks = CollectStacks(scope, sink, cancellationToken);
        return Task.WhenAll(stacks, CollectTagged(scope, sink, stacks, cancellationToken));
    }

    private static async Task<Listing<Cfn.Stack>> CollectStacks(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var stacks = await scope.Probe<Cluster>().List("cloudformation:DescribeStacks",
            (token, stop) => scope.Clients.CloudFormation.DescribeStacksAsync(new() { NextToken = token }, stop),
            page => page.NextToken, page => page.Stacks, stack => stack.StackId, cancellationToken);
        sink.Cover<Cluster>(stacks.Evidence, stacks.Gap);
        await Task.WhenAll(Roots(stacks).Select(s => Collect(s.Value!.StackName, s, scope, sink, cancellationToken)));
        return stacks;
    }

    /// <summary>Clusters that only their nodes tell of: why their stack was not seen is what is known of the rest.</summary>
    private static async Task CollectTagged(AwsScope scope, SnapshotBuilder sink, Task<Listing<Cfn.Stack>> stacks, CancellationToken cancellationToken)
    {
        var tagged = await new TaggedClusters(scope, sink).Collect(cancellationToken);
        var seen = await stacks;
        var unseen = tagged.Except(Roots(seen).Select(s => s.Value!.StackName), StringComparer.Ordinal);
        await Task.WhenAll(unseen.Select(name => Collect(name, ClusterStack.Unseen(name, seen), scope, sink, cancellationToken)));
    }

    private static IEnumerable<Answer<Cfn.Stack>> Roots(Listing<Cfn.Stack> stacks) =>
        stacks.Items.Where(s => ClusterStack.IsRoot(s.Value!)).DistinctBy(s => s.Value!.StackName, StringComparer.Ordinal);

    private static Task Collect(string name, Answer<Cfn.Stack> stack, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        sink.Observe(stack.Evidence, ClusterStack.Map(stack, scope.Cluster(name), name));
        return new StoredConfiguration(scope, sink).Collect(name, stack, cancellationToken);
    }
}
