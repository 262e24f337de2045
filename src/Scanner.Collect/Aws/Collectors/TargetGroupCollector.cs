using System.Globalization;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Target = Scanner.Model.Target;
using Elb = Amazon.ElasticLoadBalancingV2.Model;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>elasticloadbalancing:DescribeTargetGroups, and for each its attributes, its targets' health and its tags.</summary>
internal sealed class TargetGroupCollector : ICollector
{
    public async Task Collect(AwsScope scope, SnapshotBuilder sink, CancellationToken cancellationToken)
    {
        var groups = await scope.Probe<TargetGroup>().List("elasticloadbalancing:DescribeTargetGroups",
            (token, stop) => scope.Clients.Elb.DescribeTargetGroupsAsync(new() { Marker = token, PageSize = 400 }, stop),
            page => page.NextMarker, page => page.TargetGroups, group => group.TargetGroupArn, cancellationToken);
        sink.Cover<TargetGroup>(groups.Evidence, groups.Gap);
        foreach (var group in groups.Items) sink.Observe(group.Evidence, Map(group));
        var arns = groups.Items.Select(g => g.Value!.TargetGroupArn).ToList();
        await Task.WhenAll(
        [
            .. groups.Items.Select(group => CollectAttributes(scope, sink, group.Value!, cancellationToken)),
            .. arns.Select(arn => CollectTargets(scope, sink, arn, cancellationToken)),
            LoadBalancingTags.Ask(scope.Probe<TargetGroup>(), scope, arns,
                (arn, answer, tags) => sink.Observe(answer, new TargetGroup { Id = arn, Key = ResourceKey.OfLoadBalancing(arn), Tags = tags }), cancellationToken),
        ]);
    }

    private static TargetGroup Map(Answer<Elb.TargetGroup> group)
    {
        var arn = group.Value!.TargetGroupArn;
        return new()
        {
            Id = arn,
            Key = ResourceKey.OfLoadBalancing(arn),
            Name = group.Optional(g => g.TargetGroupName),
            Protocol = group.Map(g => g.TargetType?.Value == "lambda" ? "" : Wire.Need(g.Protocol?.Value)),
            Port = group.Optional(g => g.TargetType?.Value == "lambda" ? null : (int?)Wire.Need(g.Port)),
            TargetType = group.Field(g => g.TargetType?.Value),
            Vpc = group.Optional(g => Refs.Maybe<Vpc>(g.VpcId)),
            LoadBalancers = group.Items(g => Refs.Many<LoadBalancer>(Wire.List(g.LoadBalancerArns))),
            HealthCheckProtocol = group.Optional(g => g.HealthCheckProtocol?.Value),
            HealthCheckPort = group.Optional(g => g.HealthCheckPort),
            HealthCheckPath = group.Optional(g => AwsTags.Remark(g.HealthCheckPath)),
            HealthCheckMatcher = group.Optional(Matcher),
        };
    }

    private static async Task CollectAttributes(AwsScope scope, SnapshotBuilder sink, Elb.TargetGroup group, CancellationToken cancellationToken)
    {
        var arn = group.TargetGroupArn;
        var answer = await scope.Probe<TargetGroup>().Ask("elasticloadbalancing:DescribeTargetGroupAttributes",
            stop => scope.Clients.Elb.DescribeTargetGroupAttributesAsync(new() { TargetGroupArn = arn }, stop), cancellationToken);
        var attributes = answer.Part(a => a.Attributes is { Count: > 0 } some ? AwsTags.Verbatim(some, t => t.Key, t => t.Value) : null, "Attributes");
        sink.Observe(answer.Evidence, new TargetGroup
        {
            Id = arn,
            Key = ResourceKey.OfLoadBalancing(arn),
            IsStickinessEnabled = attributes.Truth(a => Bool(a["stickiness.enabled"]), "stickiness.enabled"),
            StickinessType = attributes.Optional(a => a["stickiness.type"]),
            StickinessSeconds = attributes.Optional(Seconds),
            StickinessCookie = attributes.Optional(Cookie),
            CrossZone = attributes.Optional(a => CrossZone(a, group)),
            PreservesClientIp = attributes.Truth(a => NeverPreservesClientIp(group) ? false : Bool(a["preserve_client_ip.enabled"]), "preserve_client_ip.enabled"),
        });
    }

    /// <summary>Only checks of a TCP connection have none; of a Lambda function it may be left out.</summary>
    private static string? Matcher(Elb.TargetGroup group)
    {
        var codes = group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode;
        return codes is not null || group.TargetType?.Value == "lambda" || Wire.Need(group.HealthCheckProtocol?.Value) is not ("HTTP" or "HTTPS") ? codes : Wire.Need(codes, "Matcher");
    }

    private static string? Cookie(StringMap attributes) => attributes["stickiness.type"] != "app_cookie" ? null
        : AwsTags.Remark(attributes["stickiness.app_cookie.cookie_name"] is { Length: > 0 } cookie ? cookie : throw new AbsentFieldException("stickiness.app_cookie.cookie_name"));

    /// <summary>Target groups of gateway load balancers and of Lambda functions have none.</summary>
    private static string? CrossZone(StringMap attributes, Elb.TargetGroup group)
    {
        const string name = "load_balancing.cross_zone.enabled";
        return attributes[name] is "true" or "false" or "use_load_balancer_configuration" ? attributes[name]
            : group.TargetType?.Value == "lambda" || Wire.Need(group.Protocol?.Value) == "GENEVE" ? null : throw new AbsentFieldException(name);
    }

    /// <summary>Only target groups of network load balancers have the attribute; the targets of others see the load balancer's own address.</summary>
    private static bool NeverPreservesClientIp(Elb.TargetGroup group) =>
        group.TargetType?.Value == "lambda" || Wire.Need(group.Protocol?.Value) is "HTTP" or "HTTPS" or "GENEVE";

    private static async Task CollectTargets(AwsScope scope, SnapshotBuilder sink, string arn, CancellationToken cancellationToken)
    {
        var answer = await scope.Probe<TargetGroup>().Ask("elasticloadbalancing:DescribeTargetHealth",
            stop => scope.Clients.Elb.DescribeTargetHealthAsync(new() { TargetGroupArn = arn }, stop), cancellationToken);
        var targets = answer.Items(a => Wire.List(a.TargetHealthDescriptions).Select(Map).OrderBy(t => t.Id, StringComparer.Ordinal).ThenBy(t => t.Port));
        sink.Observe(answer.Evidence, new TargetGroup { Id = arn, Key = ResourceKey.OfLoadBalancing(arn), Targets = targets });
    }

    private static Target Map(Elb.TargetHealthDescription described)
    {
        var (target, health) = (Wire.Need(described.Target), Wire.Need(described.TargetHealth));
        return new(Wire.Need(target.Id), target.Port, Wire.Need(health.State?.Value), health.Reason?.Value);
    }

    private static int? Seconds(StringMap attributes) => attributes["stickiness.type"] is "lb_cookie" or "app_cookie"
        ? Number(attributes, $"stickiness.{attributes["stickiness.type"]}.duration_seconds")
        : null;

    private static int Number(StringMap attributes, string name) =>
        int.TryParse(attributes[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new AbsentFieldException(name);

    private static bool? Bool(string? text) => text switch { "true" => true, "false" => false, _ => null };
}
