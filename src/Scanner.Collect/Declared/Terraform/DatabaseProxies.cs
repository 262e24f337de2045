using Scanner.Collect.Aws;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Proxies of RDS, with what they stand in front of.</summary>
internal static class DatabaseProxies
{
    public static void Observe(Observer observer)
    {
        foreach (var proxy in observer.Each<Database>("aws_db_proxy"))
            observer.Observe(proxy, Map(observer, proxy), ("engine", "engine_family"), ("engineName", "engine_family"), ("subnets", "vpc_subnet_ids"), ("securityGroups", "vpc_security_group_ids"));
    }

    private static Database Map(Observer observer, Reading proxy) => new()
    {
        Id = observer.Id(proxy),
        Key = World.RealId(proxy.Resource) ?? proxy.Key(),
        Name = proxy.Map(a => a.Filled("name")),
        Engine = proxy.Map(a => Engines.OfFamily(a.Need("engine_family"))),
        EngineName = proxy.Map(a => a.Need("engine_family")),
        EngineVersion = proxy.Always<string?>(null),
        Form = proxy.Always(DatabaseForm.Proxy),
        Status = proxy.Never<string>("the status of a proxy"),
        ReaderEndpoints = proxy.Items<string>(_ => []),
        Endpoints = proxy.Items<string>(a => [a.Need("endpoint")]),
        Port = proxy.Map(a => Engines.ProxyPort(a.Need("engine_family")) ?? throw a.Absent("engine_family")),
        Vpc = proxy.Map(a => (Ref<Vpc>?)Placing.VpcOf(observer, proxy.Many<Subnet>(a, "vpc_subnet_ids"))),
        Subnets = proxy.Some<Subnet>("vpc_subnet_ids"),
        SecurityGroups = proxy.Items(a => proxy.Many<SecurityGroup>(a, "vpc_security_group_ids")),
        MinCapacity = proxy.Always<decimal?>(null),
        MaxCapacity = proxy.Always<decimal?>(null),
        ReplicaOf = proxy.Always<string?>(null),
        ClusterIdentifier = proxy.Always<string?>(null),
        IsPubliclyAccessible = proxy.Truth(_ => false), // a proxy never is
        Fronts = proxy.Items(_ => Fronts(observer, proxy)),
        Tags = proxy.Tags(),
    };

    private static IEnumerable<Ref<Database>> Fronts(Observer observer, Reading proxy)
    {
        var name = World.Known(proxy.Resource.Values, "name");
        var all = observer.Once("targets of proxies", () => observer.Each<Database>("aws_db_proxy_target").ToLookup(NameOf, StringComparer.Ordinal));
        var targets = name is null ? [] : all[name].ToList();
        if (targets.Count == 0) observer.World.RefuseIfChanged("aws_db_proxy_target");
        return targets.Count == 0 ? throw UnsaidException.NeverSaid($"no target of {proxy.Resource.Address} is declared in these files") : targets.Select(Front).Distinct().OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
    }

    private static string NameOf(Reading target)
    {
        var values = target.Resource.Values;
        return !values.IsUnknown("db_proxy_name") ? values.Need("db_proxy_name")
            : World.Known(target.Target(values, "db_proxy_name", "aws_db_proxy").Values, "name") ?? throw UnsaidException.AfterApply(values.Join("db_proxy_name"));
    }

    private static Ref<Database> Front(Reading target)
    {
        var values = target.Resource.Values;
        var (attribute, type, by) = IsWritten(values, "db_cluster_identifier") ? ("db_cluster_identifier", "aws_rds_cluster", "cluster_identifier") : ("db_instance_identifier", "aws_db_instance", "identifier");
        return new(target.IdOf(target.Target(values, attribute, type, by)));
    }

    private static bool IsWritten(Attributes target, string name) => target.IsUnknown(name) ? !target.IsLeftOut(name) : target.Filled(name) is not null;
}
