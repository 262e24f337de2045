namespace Scanner.Model;

/// <summary>A target group (elasticloadbalancing:DescribeTargetGroups, DescribeTargetGroupAttributes, DescribeTargetHealth).</summary>
public sealed class TargetGroup : Resource
{
    internal TargetGroup() { }

    public Fact<string> Protocol { get; internal init; }

    public Fact<int?> Port { get; internal init; }

    /// <summary><c>instance</c>, <c>ip</c>, <c>alb</c> or <c>lambda</c>.</summary>
    public Fact<string> TargetType { get; internal init; }

    public Fact<Ref<Vpc>?> Vpc { get; internal init; }

    public Fact<Items<Ref<LoadBalancer>>> LoadBalancers { get; internal init; }

    /// <summary>The attribute <c>stickiness.enabled</c>.</summary>
    public Truth IsStickinessEnabled { get; internal init; }

    /// <summary>The attribute <c>stickiness.type</c>: <c>lb_cookie</c>, <c>app_cookie</c>, <c>source_ip</c> …; null where it is not set.</summary>
    public Fact<string?> StickinessType { get; internal init; }

    /// <summary>How long a client stays with a target, in seconds; null where the type has no duration.</summary>
    public Fact<int?> StickinessSeconds { get; internal init; }

    /// <summary>The application's cookie that stickiness goes by; null where it goes by none.</summary>
    public Fact<string?> StickinessCookie { get; internal init; }

    /// <summary>
    /// The attribute <c>load_balancing.cross_zone.enabled</c>: <c>true</c>, <c>false</c> or <c>use_load_balancer_configuration</c>; null where the
    /// type has none.
    /// </summary>
    public Fact<string?> CrossZone { get; internal init; }

    /// <summary>The attribute <c>preserve_client_ip.enabled</c>; false where the type has none.</summary>
    public Truth PreservesClientIp { get; internal init; }

    public Fact<string?> HealthCheckProtocol { get; internal init; }

    /// <summary>The port that is probed, or <c>traffic-port</c>.</summary>
    public Fact<string?> HealthCheckPort { get; internal init; }

    public Fact<string?> HealthCheckPath { get; internal init; }

    /// <summary>The codes of HTTP or gRPC that count as healthy, e.g. <c>200-399</c>; null where the check asks for none.</summary>
    public Fact<string?> HealthCheckMatcher { get; internal init; }

    /// <summary>Its registered targets with their health.</summary>
    public Fact<Items<Target>> Targets { get; internal init; }

    /// <summary>What stays registered where a change leaves the health of <see cref="Targets"/> open; only changes say it.</summary>
    public Fact<Items<Registration>> Registrations { get; internal init; }

    /// <summary>What is registered, whatever its health: by <see cref="Targets"/>, else by <see cref="Registrations"/>.</summary>
    public Fact<Items<Registration>> Registered => Targets.IsKnown || !Registrations.IsKnown
        ? Targets.Map(all => all.Select(t => new Registration(t.Id, t.Port, t.State == "draining"))) : Registrations;

    public Fact<StringMap> Tags { get; internal init; }
}
