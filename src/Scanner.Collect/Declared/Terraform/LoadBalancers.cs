using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Load balancers, with their listeners and rules.</summary>
internal static class LoadBalancers
{
    private static readonly string[] s_parts = ["aws_lb_listener", "aws_lb_listener_rule"];

    public static void Observe(Observer observer)
    {
        foreach (var balancer in observer.Each<LoadBalancer>("aws_lb"))
        {
            DeclareHops(observer, balancer);
            observer.Observe(balancer, Map(observer, balancer), ("type", "load_balancer_type"), ("scheme", "internal"), ("subnets", "subnets"), ("securityGroups", "security_groups"), ("tags", "tags"));
        }
    }

    /// <summary>A way in for users is named by its listener and target group, and is mended at the target group.</summary>
    private static void DeclareHops(Observer observer, Reading balancer)
    {
        if (balancer.Items(_ => AllListeners(observer, balancer)) is not { IsKnown: true, Value: var listeners } || balancer.Items(a => Rules(observer, balancer, a).ToList()) is not { IsKnown: true, Value: var rules }) return;
        foreach (var listener in listeners)
            foreach (var forward in listener.Forwards.AsEnumerable().Concat(rules.Where(r => r.Listener == listener.Id).AsEnumerable().SelectMany(r => r.Forwards)).DistinctBy(f => f.TargetGroup))
                if (observer.Find<TargetGroup>("aws_lb_target_group", forward.TargetGroup.Id) is { } group)
                    observer.Declare($"{Key(balancer)}:{listener.Port}/{TargetGroups.Key(group)}", group, ("isStickinessEnabled", "stickiness.enabled"));
    }

    /// <summary>The key of live collectors, whose last part changes with every replacement and is left out of it.</summary>
    public static string Key(Reading balancer)
    {
        if (World.RealId(balancer.Resource) is { } arn) return ResourceKey.OfLoadBalancing(arn);
        var (name, type) = (World.Known(balancer.Resource.Values, "name"), World.Known(balancer.Resource.Values, "load_balancer_type"));
        var family = type switch { "application" => "app", "network" => "net", "gateway" => "gwy", _ => null };
        return balancer.Key(name is null || family is null ? null : $"loadbalancer/{family}/{name}");
    }

    private static LoadBalancer Map(Observer observer, Reading balancer) => new()
    {
        Id = observer.Id(balancer),
        Key = Key(balancer),
        Name = balancer.Map(a => a.Filled("name")),
        Type = balancer.Map(Type),
        // the provider's default: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
        Scheme = balancer.Map(a => !balancer.IsDefault(a, "internal") && a.NeedSwitch("internal") ? "internal" : "internet-facing"),
        DnsName = balancer.Map(a => a.Need("dns_name")),
        State = balancer.Never<string>("the state of a load balancer"),
        IpAddressType = balancer.Map(a => a.Need("ip_address_type")),
        Vpc = balancer.Map(a => a.IsUnknown("vpc_id") ? Placing.VpcOf(observer, Subnets(balancer, a)) : balancer.Need<Vpc>(a, "vpc_id")),
        AvailabilityZones = balancer.Items(a => Placing.ZonesOf(observer, Subnets(balancer, a))),
        Subnets = balancer.Items(a => Subnets(balancer, a)),
        SecurityGroups = balancer.Items(a => balancer.IsDefault(a, "security_groups") && Type(a) is not LoadBalancerType.Application ? [] : balancer.Many<SecurityGroup>(a, "security_groups")),
        Listeners = balancer.Items(_ => Told(observer, balancer, () => AllListeners(observer, balancer))),
        ListenerRules = balancer.Items(a => Told(observer, balancer, () => Rules(observer, balancer, a).ToList())),
        Tags = balancer.Tags(),
    };

    private static LoadBalancerType Type(Attributes balancer) => balancer.Need("load_balancer_type") switch
    {
        "application" => LoadBalancerType.Application,
        "network" => LoadBalancerType.Network,
        "gateway" => LoadBalancerType.Gateway,
        _ => throw balancer.Absent("load_balancer_type"),
    };

    /// <summary>Either attribute names them all.</summary>
    private static List<Ref<Subnet>> Subnets(Reading balancer, Attributes attributes)
    {
        var named = attributes.IsUnknown("subnets") && attributes.IsLeftOut("subnets") && attributes.Expression("subnet_mapping") is not null
            ? attributes.Blocks("subnet_mapping").Select(m => balancer.Need<Subnet>(m, "subnet_id")).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal)
            : balancer.Many<Subnet>(attributes, "subnets");
        return named.ToList() is { Count: > 0 } some ? some : throw attributes.Absent("subnets");
    }

    /// <summary>A plan that does nothing to listeners says nothing of those that others made.</summary>
    private static T Told<T>(Observer observer, Reading balancer, Func<T> tell) =>
        balancer.Resource is { IsChanged: false, Before: not null } && !s_parts.Any(observer.World.IsChanged)
            ? throw UnsaidException.NeverSaid($"the plan leaves the listeners of {balancer.Resource.Address} alone") : tell();

    private static List<Listener> AllListeners(Observer observer, Reading balancer) =>
        [.. Listeners(observer, balancer).Select(l => Listener(observer, l)).OrderBy(l => l.Port).ThenBy(l => l.Id, StringComparer.Ordinal)];

    /// <summary>One without listeners serves nobody: where none is declared here, others declare them, or they come later.</summary>
    private static List<Reading> Listeners(Observer observer, Reading balancer)
    {
        if (balancer.Resource.IsData) throw UnsaidException.NeverSaid("a data source does not tell the listeners of a load balancer");
        var all = observer.Parts<LoadBalancer>("aws_lb_listener", "load_balancer_arn", observer.Id(balancer)).Where(l => !l.Resource.IsData).ToList();
        return all.Count > 0 ? all : throw UnsaidException.NeverSaid($"no listener of {balancer.Resource.Address} is declared in these files");
    }

    private static Listener Listener(Observer observer, Reading listener) => new(
        observer.Id(listener), listener.Resource.Values.NeedNumber("port"), listener.Resource.Values.Need("protocol"), ActionForwards.Of(listener, "default_action").ToItems());

    /// <summary>Only an application load balancer has rules beside the default ones.</summary>
    private static IEnumerable<ListenerRule> Rules(Observer observer, Reading balancer, Attributes attributes)
    {
        var isApplication = Type(attributes) is LoadBalancerType.Application;
        foreach (var listener in Listeners(observer, balancer).OrderBy(l => l.Resource.Address, StringComparer.Ordinal))
        {
            var id = observer.Id(listener);
            if (isApplication)
                foreach (var rule in RulesOf(observer, id)) yield return new(id, false, Patterns(rule, "host_header"), Patterns(rule, "path_pattern"), ActionForwards.Of(rule, "action").ToItems());
            yield return new(id, true, [], [], ActionForwards.Of(listener, "default_action").ToItems());
        }
    }

    private static IEnumerable<Reading> RulesOf(Observer observer, string listener) => observer.Once("rules of listeners", () =>
        observer.World.Of("aws_lb_listener_rule").Where(r => !r.IsData).Select(observer.Read<LoadBalancer>).OrderBy(r => r.Resource.Address, StringComparer.Ordinal)
            .ToLookup(ListenerOf, StringComparer.Ordinal))[listener];

    public static string ListenerOf(Reading rule)
    {
        var values = rule.Resource.Values;
        return values.IsUnknown("listener_arn") ? rule.IdOf(rule.Target(values, "listener_arn", "aws_lb_listener")) : values.Need("listener_arn");
    }

    /// <summary>Regular expressions are left out, as of live rules: such a rule counts for every host.</summary>
    private static Items<string> Patterns(Reading rule, string field) => rule.Resource.Values.Blocks("condition").SelectMany(c => c.Blocks(field))
        .SelectMany(f => f.AllTexts("values")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToItems();
}
