using Scanner.Model;
using Scanner.Model.Snapshots;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The listeners of a load balancer, and their rules.</summary>
internal sealed class Listeners(AwsScope scope, SnapshotBuilder sink)
{
    public async Task Collect(Elb.LoadBalancer balancer, CancellationToken cancellationToken)
    {
        var (arn, key) = (balancer.LoadBalancerArn, ResourceKey.OfLoadBalancing(balancer.LoadBalancerArn));
        var listeners = await scope.Probe<LoadBalancer>().List("elasticloadbalancing:DescribeListeners",
            (token, stop) => scope.Clients.Elb.DescribeListenersAsync(new() { LoadBalancerArn = arn, Marker = token, PageSize = 400 }, stop),
            page => page.NextMarker, page => page.Listeners, listener => listener.ListenerArn, cancellationToken);
        var all = listeners.Whole();
        // only an application load balancer has rules; any other forwards by its listeners' default actions alone
        var hasRules = balancer.Type?.Value is not ("network" or "gateway");
        sink.Observe(listeners.Evidence, new LoadBalancer
        {
            Id = arn,
            Key = key,
            Listeners = all.Items(l => l.Select(Map)),
            ListenerRules = hasRules ? default : all.Items(l => l.Select(DefaultRule)),
        });
        if (hasRules) await CollectRules(arn, key, all, cancellationToken);
    }

    private async Task CollectRules(string arn, string key, Answer<IReadOnlyList<Elb.Listener>> listeners, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll((listeners.Value ?? []).Select(l => Rules(l.ListenerArn, cancellationToken)));
        var missing = listeners.Gap ?? asked.Select(a => a.Gap).FirstOrDefault(g => g is not null);
        var evidence = asked.Select(a => a.Evidence).FirstOrDefault() ?? listeners.Evidence with { Action = "elasticloadbalancing:DescribeRules" };
        var rules = asked.Zip(listeners.Value ?? []).SelectMany(a => a.First.Items.Select(r => (Rule: r.Value!, a.Second.ListenerArn))).ToList();
        var answer = new Answer<List<(Elb.Rule Rule, string Listener)>>(evidence, nameof(LoadBalancer), missing is null ? rules : null, missing);
        sink.Observe(evidence, new LoadBalancer { Id = arn, Key = key, ListenerRules = answer.Items(all => all.Select(r => Map(r.Rule, r.Listener))) });
    }

    private Task<Listing<Elb.Rule>> Rules(string listener, CancellationToken cancellationToken) =>
        scope.Probe<LoadBalancer>().List("elasticloadbalancing:DescribeRules",
            (token, stop) => scope.Clients.Elb.DescribeRulesAsync(new() { ListenerArn = listener, Marker = token, PageSize = 400 }, stop),
            page => page.NextMarker, page => page.Rules, rule => rule.RuleArn, cancellationToken);

    private static Listener Map(Elb.Listener listener) =>
        new(listener.ListenerArn, Wire.Need(listener.Port), Wire.Need(listener.Protocol?.Value), Forwards.Of(listener.DefaultActions));

    private static ListenerRule DefaultRule(Elb.Listener listener) => new(listener.ListenerArn, true, [], [], Forwards.Of(listener.DefaultActions));

    private static ListenerRule Map(Elb.Rule rule, string listener) =>
        new(listener, Wire.Need(rule.IsDefault), Values(rule, "host-header"), Values(rule, "path-pattern"), Forwards.Of(rule.Actions));

    /// <summary>Patterns as the service knows them; regular expressions are left out, so that such a rule counts for every host.</summary>
    private static Items<string> Values(Elb.Rule rule, string field) => (rule.Conditions ?? []).Where(c => c.Field == field)
        .SelectMany(c => (c.HostHeaderConfig?.Values ?? []).Concat(c.PathPatternConfig?.Values ?? []).Concat(c.Values ?? []))
        .Distinct().Order(StringComparer.Ordinal).ToItems();
}
