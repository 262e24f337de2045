using Scanner.Model;
using Classic = Amazon.ElasticLoadBalancing.Model;
using Target = Scanner.Model.Target;

namespace Scanner.Collect.Aws.Collectors;

/// <summary>The target groups that classic load balancers would have: one for each listener, with the balancer's instances.</summary>
internal static class ClassicTargetGroups
{
    public static string Id(string balancer, int? port, AwsScope scope) => $"{ClassicLoadBalancers.Id(balancer, scope)}/target/{port}";

    public static TargetGroup Map(Answer<Classic.LoadBalancerDescription> balancer, Classic.Listener listener, AwsScope scope)
    {
        var name = balancer.Value!.LoadBalancerName;
        var policy = balancer.Map(b => Policy(b, listener));
        return new()
        {
            Id = Id(name, listener.LoadBalancerPort, scope),
            Key = Key(name, listener),
            Name = balancer.Optional(_ => (string?)$"{name}:{listener.LoadBalancerPort}"),
            Protocol = balancer.Field(_ => listener.InstanceProtocol ?? listener.Protocol, "InstanceProtocol"),
            Port = balancer.Optional(_ => listener.InstancePort),
            TargetType = balancer.Map(_ => "instance"),
            Vpc = balancer.Optional(b => Refs.Maybe<Vpc>(b.VPCId)),
            LoadBalancers = balancer.Items<Ref<LoadBalancer>>(_ => [new(ClassicLoadBalancers.Id(name, scope))]),
            IsStickinessEnabled = policy.Is(p => p.Type is not null),
            StickinessType = policy.Map(p => p.Type),
            StickinessSeconds = policy.Map(p => p.Seconds),
            StickinessCookie = policy.Map(p => p.Cookie),
            CrossZone = balancer.Optional(_ => (string?)null), // a classic load balancer decides it for all
            PreservesClientIp = balancer.Truth(_ => false),
            HealthCheckProtocol = balancer.Optional(b => Part(b, 0)),
            HealthCheckPort = balancer.Optional(b => Part(b, 1)),
            HealthCheckPath = balancer.Optional(b => Part(b, 2)),
            HealthCheckMatcher = balancer.Optional(b => Part(b, 0) is "HTTP" or "HTTPS" ? "200" : null), // no other code will do
        };
    }

    public static TargetGroup Targets(
        Answer<Classic.DescribeInstanceHealthResponse> health, Classic.LoadBalancerDescription balancer, Classic.Listener listener, AwsScope scope) => new()
    {
        Id = Id(balancer.LoadBalancerName, listener.LoadBalancerPort, scope),
        Key = Key(balancer.LoadBalancerName, listener),
        Targets = health.Items(h => Wire.List(h.InstanceStates).Select(s => Map(s, listener)).OrderBy(t => t.Id, StringComparer.Ordinal)),
    };

    private static string Key(string balancer, Classic.Listener listener) => $"{ClassicLoadBalancers.Key(balancer)}/target/{listener.LoadBalancerPort}";

    private static Target Map(Classic.InstanceState state, Classic.Listener listener) => new(Wire.Need(state.InstanceId), listener.InstancePort, Wire.Need(state.State) switch
    {
        "InService" => "healthy",
        "OutOfService" => "unhealthy",
        _ => "unavailable",
    }, state.ReasonCode is { Length: > 0 } and not "N/A" ? state.ReasonCode : null);

    /// <summary>The cookie policy among those of the listener; a cookie of the load balancer may have no age, and then lasts as the browser does.</summary>
    private static (string? Type, int? Seconds, string? Cookie) Policy(Classic.LoadBalancerDescription balancer, Classic.Listener listener)
    {
        var names = Wire.List(balancer.ListenerDescriptions.First(d => d.Listener == listener).PolicyNames).ToList();
        var policies = Wire.Need(balancer.Policies);
        if (Wire.List(policies.LBCookieStickinessPolicies).FirstOrDefault(p => names.Contains(Wire.Need(p.PolicyName))) is { } own) return ("lb_cookie", (int?)own.CookieExpirationPeriod, null);
        return Wire.List(policies.AppCookieStickinessPolicies).FirstOrDefault(p => names.Contains(Wire.Need(p.PolicyName))) is { } app ? ("app_cookie", null, app.CookieName) : default;
    }

    /// <summary>The health check's target is <c>HTTP:8787/health-check</c>, or <c>TCP:8787</c>.</summary>
    private static string? Part(Classic.LoadBalancerDescription balancer, int part)
    {
        var target = Wire.Need(balancer.HealthCheck?.Target);
        var (colon, slash) = (target.IndexOf(':', StringComparison.Ordinal), target.IndexOf('/', StringComparison.Ordinal));
        if (colon < 0) throw new AbsentFieldException("HealthCheck.Target");
        var end = slash < 0 ? target.Length : slash;
        return part switch { 0 => target[..colon], 1 => target[(colon + 1)..end], _ => slash < 0 ? null : target[slash..] };
    }
}
