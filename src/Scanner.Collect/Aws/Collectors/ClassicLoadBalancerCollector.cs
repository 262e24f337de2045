using Scanner.Model;
using Scanner.Model.Snapshots;
using Classic = Amazon.ElasticLoadBalancing.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>Load balancers of the previous generation: as for the others, with one target group made up for each listener.</summary>
internal sealed class ClassicLoadBalancerCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var balancers = await scope.Probe<LoadBalancer>().List("elasticloadbalancing:DescribeLoadBalancers",
            (token, stop) => scope.Clients.ClassicElb.DescribeLoadBalancersAsync(new() { Marker = token, PageSize = 400 }, stop),
            page => page.NextMarker, page => page.LoadBalancerDescriptions, balancer => balancer.LoadBalancerName, cancellationToken);
        sink.Cover<LoadBalancer>(balancers.Evidence, balancers.Gap);
        sink.Cover<TargetGroup>(balancers.Evidence, balancers.Gap);
        foreach (var balancer in balancers.Items)
        {
            sink.Observe(balancer.Evidence, ClassicLoadBalancers.Map(balancer, scope));
            foreach (var listener in ClassicLoadBalancers.Listeners(balancer))
                sink.Observe(balancer.Evidence, ClassicTargetGroups.Map(balancer, listener, scope));
        }
        await Task.WhenAll(
        [
            .. balancers.Items.Select(b => CollectTargets(b, scope, sink, cancellationToken)),
            CollectTags([.. balancers.Items.Select(b => b.Value!.LoadBalancerName)], scope, sink, cancellationToken),
        ]);
    }

    private static async Task CollectTargets(Answer<Classic.LoadBalancerDescription> balancer, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var health = await scope.Probe<TargetGroup>().Ask("elasticloadbalancing:DescribeInstanceHealth",
            stop => scope.Clients.ClassicElb.DescribeInstanceHealthAsync(new() { LoadBalancerName = balancer.Value!.LoadBalancerName }, stop), cancellationToken);
        foreach (var listener in ClassicLoadBalancers.Listeners(balancer))
            sink.Observe(health.Evidence, ClassicTargetGroups.Targets(health, balancer.Value!, listener, scope));
    }

    private static Task CollectTags(IReadOnlyList<string> names, AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken) =>
        Task.WhenAll(names.Chunk(20).Select(async some =>
        {
            var answer = await scope.Probe<LoadBalancer>().Ask("elasticloadbalancing:DescribeTags",
                stop => scope.Clients.ClassicElb.DescribeTagsAsync(new() { LoadBalancerNames = [.. some] }, stop), cancellationToken);
            foreach (var name in some)
            {
                var id = ClassicLoadBalancers.Id(name, scope);
                var own = answer.Part(a => a.TagDescriptions?.FirstOrDefault(d => d.LoadBalancerName == name), "TagDescriptions");
                var tags = own.Map(d => AwsTags.Of(d.Tags, t => t.Key, t => t.Value));
                sink.Observe(answer.Evidence, new LoadBalancer { Id = id, Key = ClassicLoadBalancers.Key(name), Tags = tags });
            }
        }));
}
