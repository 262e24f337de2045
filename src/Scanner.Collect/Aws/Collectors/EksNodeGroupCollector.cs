using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The managed node groups and Fargate profiles of every EKS cluster (eks:ListNodegroups, eks:ListFargateProfiles).</summary>
internal sealed class EksNodeGroupCollector(IReadOnlyList<string> named) : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var clusters = await EksClusterNames.Of<NodeGroup>(scope, named, cancellationToken);
        var listing = clusters.Listing.Evidence;
        // where there is no cluster, no list of groups is asked for, and is complete all the same
        foreach (var action in (string[])[listing.Action, ManagedGroups.Action, FargateProfiles.Action])
            sink.Cover<NodeGroup>(listing with { Action = action }, clusters.Listing.Gap);
        await Task.WhenAll(clusters.Names.SelectMany(name => (Task[])
        [
            new ManagedGroups(scope, sink).Collect(name, cancellationToken),
            new FargateProfiles(scope, sink).Collect(name, cancellationToken),
        ]));
    }
}
