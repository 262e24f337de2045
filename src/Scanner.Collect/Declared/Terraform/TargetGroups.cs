using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Target groups.</summary>
internal static class TargetGroups
{
    public static void Observe(Observer observer)
    {
        foreach (var group in observer.Each<TargetGroup>("aws_lb_target_group"))
            observer.Observe(group, Map(observer, group), ("isStickinessEnabled", "stickiness.enabled"), ("stickinessType", "stickiness.type"), ("stickinessSeconds", "stickiness.cookie_duration"),
                ("stickinessCookie", "stickiness.cookie_name"), ("protocol", "protocol"), ("port", "port"), ("targetType", "target_type"), ("vpc", "vpc_id"), ("healthCheckPath", "health_check.path"),
                ("healthCheckPort", "health_check.port"), ("healthCheckProtocol", "health_check.protocol"), ("healthCheckMatcher", "health_check.matcher"),
                ("crossZone", "load_balancing_cross_zone_enabled"), ("preservesClientIp", "preserve_client_ip"), ("tags", "tags"));
    }

    private static TargetGroup Map(Observer observer, Reading group) => new()
    {
        Id = observer.Id(group),
        Key = Key(group),
        Name = group.Map(a => a.Filled("name")),
        Protocol = group.Map(a => a.Filled("target_type") == "lambda" ? "" : a.Need("protocol")),
        Port = group.Map(a => a.Filled("target_type") == "lambda" ? null : (int?)a.NeedNumber("port")),
        TargetType = group.Map(a => a.Need("target_type")),
        Vpc = group.Map(a => group.Maybe<Vpc>(a, "vpc_id")),
        LoadBalancers = group.Items(_ => Balancers(observer, group)),
        IsStickinessEnabled = group.Truth(a => IsSticky(group, a)),
        StickinessType = group.Map(a => (string?)a.NeedBlock("stickiness").Need("type")),
        StickinessSeconds = group.Map(a => group.IsDefault(a, "stickiness") ? null : Seconds(a.NeedBlock("stickiness"))),
        StickinessCookie = group.Map(a => group.IsDefault(a, "stickiness") ? null : Cookie(a.NeedBlock("stickiness"))),
        CrossZone = group.Map(a => CrossZone(group, a)),
        PreservesClientIp = group.Truth(a => PreservesClientIp(group, a)),
        HealthCheckProtocol = group.Map(a => group.IsDefault(a, "health_check") ? DefaultCheck(a) : a.NeedBlock("health_check").Filled("protocol")),
        HealthCheckPort = group.Map(a => group.IsDefault(a, "health_check") ? "traffic-port" : a.NeedBlock("health_check").Filled("port")),
        HealthCheckPath = group.Map(a => AwsTags.Remark(group.IsDefault(a, "health_check") ? DefaultCheck(a) == "TCP" ? null : "/" : a.NeedBlock("health_check").Filled("path"))),
        HealthCheckMatcher = group.Map(a => group.IsDefault(a, "health_check") ? DefaultCheck(a) == "TCP" ? null : "200" : a.NeedBlock("health_check").Filled("matcher")),
        Targets = group.Map<Items<Target>>(_ => Targets(observer)),
        Tags = group.Tags(),
    };

    public static string Key(Reading group) => World.RealId(group.Resource) is { } arn ? ResourceKey.OfLoadBalancing(arn)
        : group.Key(World.Known(group.Resource.Values, "name") is { } name ? $"targetgroup/{name}" : null);

    /// <summary>Without the block the provider sets no attribute, and "the default is false": API_TargetGroupAttribute of Elastic Load Balancing.</summary>
    private static bool IsSticky(Reading group, Attributes attributes) => !group.IsDefault(attributes, "stickiness") && attributes.NeedBlock("stickiness").NeedSwitch("enabled");

    private static int? Seconds(Attributes stickiness) => stickiness.Need("type") is "lb_cookie" or "app_cookie" ? stickiness.NeedNumber("cookie_duration") : null;

    private static string? Cookie(Attributes stickiness) => stickiness.Need("type") == "app_cookie" ? AwsTags.Remark(stickiness.Need("cookie_name")) : null;

    private static bool IsOfApplication(Attributes group) => group.Filled("target_type") == "lambda" || group.Need("protocol") is "HTTP" or "HTTPS";

    /// <summary>The default of the same document is to do as the load balancer does.</summary>
    private static string? CrossZone(Reading group, Attributes attributes) =>
        attributes.Filled("target_type") == "lambda" || attributes.Need("protocol") == "GENEVE" ? null
        : group.IsDefault(attributes, "load_balancing_cross_zone_enabled") ? "use_load_balancer_configuration" : attributes.Need("load_balancing_cross_zone_enabled");

    /// <summary>Only network load balancers have it; by the same document it is off for addresses behind TCP and TLS, and else on.</summary>
    private static bool PreservesClientIp(Reading group, Attributes attributes)
    {
        if (IsOfApplication(attributes) || attributes.Need("protocol") == "GENEVE") return false;
        if (group.IsDefault(attributes, "preserve_client_ip")) return !(attributes.Need("target_type") == "ip" && attributes.Need("protocol") is "TCP" or "TLS");
        return attributes.Need("preserve_client_ip") switch { "true" => true, "false" => false, _ => throw attributes.Absent("preserve_client_ip") };
    }

    /// <summary>HTTP for application load balancers, TCP for network and gateway ones: API_CreateTargetGroup.</summary>
    private static string? DefaultCheck(Attributes group) => group.Filled("target_type") == "lambda" ? throw group.Absent("health_check") : IsOfApplication(group) ? "HTTP" : "TCP";

    private static Items<Target> Targets(Observer observer)
    {
        observer.World.RefuseIfChanged("aws_lb_target_group_attachment");
        throw UnsaidException.NeverKept("which targets are healthy");
    }

    /// <summary>Those whose listeners and rules lead here.</summary>
    private static IEnumerable<Ref<LoadBalancer>> Balancers(Observer observer, Reading group)
    {
        if (group.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell the load balancers of a target group");
        var id = observer.Id(group);
        var listeners = observer.Once("listeners", () => observer.World.Of("aws_lb_listener").Where(l => !l.IsData).Select(observer.Read<LoadBalancer>).DistinctBy(observer.Id).ToDictionary(observer.Id, StringComparer.Ordinal));
        var byRule = Leading(observer, "aws_lb_listener_rule", "action")[id].Select(LoadBalancers.ListenerOf)
            .Select(l => listeners.TryGetValue(l, out var listener) ? listener : throw UnsaidException.NeverSaid($"listener {OneLine.Of(l)} is not declared in these files"));
        var found = Leading(observer, "aws_lb_listener", "default_action")[id].Concat(byRule)
            .Select(l => l.Need<LoadBalancer>(l.Resource.Values, "load_balancer_arn")).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        if (found.Count == 0 && !group.Resource.IsNew) observer.World.RefuseIfChanged("aws_lb_listener", "aws_lb_listener_rule");
        // one that is there already may serve listeners of other files
        return found.Count > 0 || group.Resource.IsNew ? found : throw UnsaidException.NeverSaid($"no listener in these files leads to {group.Resource.Address}");
    }

    /// <summary>What leads to target groups, by their ids.</summary>
    private static ILookup<string, Reading> Leading(Observer observer, string type, string block) => observer.Once($"{type} to target groups", () =>
        observer.World.Of(type).Where(l => !l.IsData).Select(observer.Read<LoadBalancer>)
            .SelectMany(l => ActionForwards.Of(l, block).Select(f => (f.TargetGroup.Id, Reading: l))).ToLookup(f => f.Id, f => f.Reading, StringComparer.Ordinal));
}
