using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::ElasticLoadBalancingV2::LoadBalancer with its listeners, and TargetGroup.</summary>
internal sealed class BalancingResources(Template template, DeclaredSink sink)
{
    private const string Listener = "AWS::ElasticLoadBalancingV2::Listener";

    public void Observe()
    {
        foreach (var balancer in template.Of("AWS::ElasticLoadBalancingV2::LoadBalancer"))
            sink.Observe(balancer.Evidence, Map(balancer), balancer.Places(("name", "Name"), ("type", "Type"), ("scheme", "Scheme"), ("ipAddressType", "IpAddressType"), ("securityGroups", "SecurityGroups"), ("tags", "Tags"),
                ("subnets", balancer.Properties.HasKey("SubnetMappings") ? "SubnetMappings" : "Subnets")));
        foreach (var group in template.Of("AWS::ElasticLoadBalancingV2::TargetGroup"))
            sink.Observe(group.Evidence, TargetGroups.Map(group), group.Places(TargetGroups.Paths));
    }

    private LoadBalancer Map(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = Key(r),
        Name = r.Fact<LoadBalancer, string?>("Name", p => p.Need("Name").Text()),
        Type = r.Fact<LoadBalancer, LoadBalancerType>("Type", p => TypeOf(p)),
        // defaults of Elastic Load Balancing
        Scheme = r.Text<LoadBalancer>("Scheme", "internet-facing"),
        IpAddressType = r.Text<LoadBalancer>("IpAddressType", "ipv4"),
        Subnets = r.Fact<LoadBalancer, Items<Ref<Subnet>>>("Subnets SubnetMappings", Subnets),
        SecurityGroups = r.Refs<LoadBalancer, SecurityGroup>("SecurityGroups"),
        Listeners = Listeners(r),
        ListenerRules = new(r.Unseen<LoadBalancer>()),
        DnsName = new(r.Unseen<LoadBalancer>()),
        State = new(r.Unseen<LoadBalancer>()),
        Vpc = new(r.Unseen<LoadBalancer>()),
        AvailabilityZones = new(r.Unseen<LoadBalancer>()),
        Tags = r.Tags<LoadBalancer>(),
    };

    /// <summary>The key of the live one is its type and name, where the template says both.</summary>
    private static string Key(TemplateResource r)
    {
        var known = r.Fact<LoadBalancer, string>("Name Type", p => $"loadbalancer/{TypeOf(p) switch { LoadBalancerType.Application => "app", LoadBalancerType.Network => "net", _ => "gwy" }}/{p.Need("Name").Text()}");
        return known.IsKnown ? known.Value : r.Key;
    }

    private static LoadBalancerType TypeOf(YamlPlace properties) => (properties.Text("Type") ?? "application") switch
    {
        "application" => LoadBalancerType.Application,
        "network" => LoadBalancerType.Network,
        "gateway" => LoadBalancerType.Gateway,
        _ => throw new AbsentFieldException("Type"),
    };

    private static Items<Ref<Subnet>> Subnets(YamlPlace properties)
    {
        var ids = properties.Has("SubnetMappings") ? properties.List("SubnetMappings").Select(m => m.Need("SubnetId").Text()) : properties.Texts("Subnets");
        return ids.Distinct().Order(StringComparer.Ordinal).Select(s => new Ref<Subnet>(s)).ToItems() is { IsEmpty: false } some ? some : throw new AbsentFieldException("Subnets");
    }

    /// <summary>The listeners that name it; one that may name it leaves them open.</summary>
    private Fact<Items<Listener>> Listeners(TemplateResource balancer)
    {
        if (template.MayHaveMore(Listener)) return new(balancer.Unseen<LoadBalancer>());
        var all = template.Of(Listener).Select(l => (Listener: l, Of: l.Text<LoadBalancer>("LoadBalancerArn"))).ToList();
        if (all.Exists(l => !l.Of.IsKnown)) return new(all.Find(l => !l.Of.IsKnown).Of.Gap!);
        var own = all.Where(l => l.Of.Value == balancer.Id).Select(l => l.Listener.Fact<LoadBalancer, Listener>("Port Protocol DefaultActions", p => Map(l.Listener, p))).ToList();
        if (own.Count == 0) return new(balancer.Unseen<LoadBalancer>()); // another stack may have them
        return own.Exists(l => !l.IsKnown) ? new(own.Find(l => !l.IsKnown).Gap!) : balancer.Answer<LoadBalancer>().Items(_ => own.Select(l => l.Value).OrderBy(l => l.Port));
    }

    private static Listener Map(TemplateResource listener, YamlPlace properties) => new(
        listener.Id, properties.Number("Port") ?? throw new AbsentFieldException("Port"), properties.Need("Protocol").Text(),
        properties.List("DefaultActions").Where(a => a.Need("Type").Text() == "forward").SelectMany(Forwards).ToItems());

    private static IEnumerable<Forward> Forwards(YamlPlace action)
    {
        if (!action.Has("ForwardConfig")) return [new(new(action.Need("TargetGroupArn").Text()), null, false)];
        // an action without it never keeps a client with a target group; one that has it must say which
        var isSticky = action.At("ForwardConfig/TargetGroupStickinessConfig") is { } stickiness && (stickiness.Flag("Enabled") ?? throw new AbsentFieldException("TargetGroupStickinessConfig/Enabled"));
        return action.List("ForwardConfig/TargetGroups").Select(g => new Forward(new(g.Need("TargetGroupArn").Text()), g.Number("Weight"), isSticky));
    }
}
