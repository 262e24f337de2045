using Scanner.Collect.Aws.Collectors;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>A cheap look for whatever a deployment cannot be without: ParallelCluster's nodes or stacks, or EKS clusters.</summary>
internal static class DeploymentSigns
{
    /// <summary>What was seen, in words, or why it could not be told; null where there is surely nothing.</summary>
    public static async Task<string?> In(AwsScope scope, CancellationToken cancellationToken)
    {
        Look[] looks =
        [
            new("instances of ParallelCluster", () => Instances(scope, cancellationToken)),
            new("stacks of ParallelCluster", () => Stacks(scope, cancellationToken)),
            new("EKS clusters", () => EksClusters(scope, cancellationToken)),
        ];
        var unseen = new List<Gap>();
        foreach (var look in looks)
        {
            var (isThere, gap) = await look.Make();
            if (isThere) return look.What;
            if (gap is not null) unseen.Add(gap);
        }
        // what none of the chosen rules needs is no reason to look closer, unless nothing at all was looked for
        var refused = unseen.Find(g => g.Cause is not GapCause.NotAsked) ?? (unseen.Count == looks.Length ? unseen[0] : null);
        return refused is null ? null : $"could not be looked at: {refused.Action}";
    }

    /// <summary>A page with a filter may be empty before the last one.</summary>
    private static async Task<(bool, Gap?)> Instances(AwsScope scope, CancellationToken cancellationToken) => Told(await scope.Probe<ComputeInstance>().List(
        "ec2:DescribeInstances",
        (token, stop) => scope.Clients.Ec2.DescribeInstancesAsync(new() { Filters = [new() { Name = "tag-key", Values = ["parallelcluster:cluster-name"] }], NextToken = token, MaxResults = 1000 }, stop),
        page => page.Reservations is { Count: > 0 } ? null : page.NextToken, page => page.Reservations?.SelectMany(r => r.Instances ?? []), instance => instance.InstanceId, cancellationToken));

    private static async Task<(bool, Gap?)> Stacks(AwsScope scope, CancellationToken cancellationToken) => Told(await scope.Probe<Cluster>().List(
        "cloudformation:DescribeStacks", (token, stop) => scope.Clients.CloudFormation.DescribeStacksAsync(new() { NextToken = token }, stop),
        page => page.Stacks?.Exists(ClusterStack.IsRoot) is true ? null : page.NextToken, page => page.Stacks?.Where(ClusterStack.IsRoot), stack => stack.StackId, cancellationToken));

    private static async Task<(bool, Gap?)> EksClusters(AwsScope scope, CancellationToken cancellationToken) => Told(await scope.Probe<Cluster>().List(
        "eks:ListClusters", (token, stop) => scope.Clients.Eks.ListClustersAsync(new() { NextToken = token, MaxResults = 100 }, stop),
        page => page.Clusters is { Count: > 0 } ? null : page.NextToken, page => page.Clusters, cluster => cluster, cancellationToken, "Clusters"));

    private static (bool, Gap?) Told<T>(Listing<T> listing) where T : class => (listing.Items.Count > 0, listing.Gap);

    private sealed record Look(string What, Func<Task<(bool IsThere, Gap? Gap)>> Make);
}
