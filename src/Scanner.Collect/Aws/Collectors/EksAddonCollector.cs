using Scanner.Model;
using Scanner.Model.Snapshots;
using Eks = Amazon.EKS.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The add-ons of every EKS cluster (eks:ListAddons), and eks:DescribeAddon for each.</summary>
internal sealed class EksAddonCollector(IReadOnlyList<string> named) : ICollector
{
    private const string Action = "eks:ListAddons";

    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var clusters = await EksClusterNames.Of<Addon>(scope, named, cancellationToken);
        // where there is no cluster, no list of add-ons is asked for, and is complete all the same
        foreach (var action in (string[])[clusters.Listing.Evidence.Action, Action]) sink.Cover<Addon>(clusters.Listing.Evidence with { Action = action }, clusters.Listing.Gap);
        await Task.WhenAll(clusters.Names.Select(name => Collect(name, scope, sink, cancellationToken)));
    }

    private static async Task Collect(string cluster, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var addons = await scope.Probe<Addon>().List(Action,
            (token, stop) => scope.Clients.Eks.ListAddonsAsync(new() { ClusterName = cluster, NextToken = token, MaxResults = 100 }, stop),
            page => page.NextToken, page => page.Addons, name => name, cancellationToken, "Addons");
        sink.Cover<Addon>(addons.Evidence, addons.Gap);
        await Task.WhenAll(addons.Items.Select(a => Describe(cluster, a.Value!, scope, sink, cancellationToken)));
    }

    private static async Task Describe(string cluster, string name, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<Addon>().Ask("eks:DescribeAddon",
            stop => scope.Clients.Eks.DescribeAddonAsync(new() { ClusterName = cluster, AddonName = name }, stop), cancellationToken);
        sink.Observe(answer.Evidence, Map(answer.Part(a => a.Addon), cluster, name, scope));
    }

    private static Addon Map(Answer<Eks.Addon> addon, string cluster, string name, AwsScope scope) => new()
    {
        // without its description, an ARN lacks the end that EKS makes up
        Id = addon.Value?.AddonArn is { Length: > 0 } arn ? arn : scope.Arn("eks", $"addon/{cluster}/{name}"),
        Key = $"eks/{cluster}/addon/{name}",
        Name = addon.Optional(_ => (string?)name),
        Cluster = addon.Map(_ => scope.EksCluster(cluster)),
        Version = addon.Field(a => a.AddonVersion),
        Status = addon.Field(a => a.Status?.Value),
    };
}
