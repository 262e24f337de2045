using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>EKS clusters as AWS shows them, and their add-ons.</summary>
internal static class EksResources
{
    public static void Observe(Observer observer)
    {
        foreach (var cluster in observer.Each<Cluster>("aws_eks_cluster"))
            observer.Observe(cluster, Map(observer, cluster), ("name", "name"), ("version", "version"), ("vpc", "vpc_config"), ("subnets", "vpc_config.subnet_ids"), ("isAutoMode", "compute_config.enabled"), ("tags", "tags"));
        foreach (var addon in observer.Each<Addon>("aws_eks_addon")) observer.Observe(addon, Addon(observer, addon), ("name", "addon_name"), ("version", "addon_version"), ("cluster", "cluster_name"));
        EksGroups.Observe(observer);
    }

    /// <summary>The cluster that an attribute names.</summary>
    public static Ref<Cluster> ClusterOf(Observer observer, Reading part)
    {
        var values = part.Resource.Values;
        if (values.IsUnknown("cluster_name") || (World.Known(values, "cluster_name") is { } named && observer.World.Find("aws_eks_cluster", named, ["name"]) is not null))
            return new(part.IdOf(part.Target(values, "cluster_name", "aws_eks_cluster", "name")));
        // arn:aws:eks:REGION:ACCOUNT:nodegroup/CLUSTER/…
        return World.RealId(part.Resource)?.Split(':') is [var arn, var partition, "eks", var region, var account, ..]
            ? new($"{arn}:{partition}:eks:{region}:{account}:cluster/{values.Need("cluster_name")}") : throw UnsaidException.NeverSaid($"cluster {values.Need("cluster_name")} is not declared in these files");
    }

    /// <summary>The key of live collectors, where the cluster's name and the part's are known.</summary>
    public static string Key(Reading part, string sort, string name)
    {
        var values = part.Resource.Values;
        var cluster = World.Known(values, "cluster_name") ?? (part.Map(a => part.Target(a, "cluster_name", "aws_eks_cluster", "name")) is { IsKnown: true, Value: var found } ? World.Known(found.Values, "name") : null);
        return part.Key(cluster is not null && World.Known(values, name) is { } own ? $"eks/{cluster}/{sort}/{own}" : null);
    }

    private static Cluster Map(Observer observer, Reading cluster) => new()
    {
        Id = observer.Id(cluster),
        Key = World.RealId(cluster.Resource) ?? cluster.Key(GivenArn(observer, cluster)),
        Name = cluster.Map(a => a.Filled("name")),
        Kind = cluster.Always(ClusterKind.Eks),
        Version = cluster.Map(a => SemanticVersion.Parse(a.Need("version")) ?? throw a.Absent("version")),
        Status = cluster.Map(a => a.Need("status")),
        Endpoint = cluster.Map(a => (string?)a.Need("endpoint")),
        Vpc = cluster.Map(a => Vpc(observer, cluster, a.NeedBlock("vpc_config"))),
        Subnets = cluster.Items(a => cluster.Many<Subnet>(a.NeedBlock("vpc_config"), "subnet_ids")),
        ClusterSecurityGroup = cluster.Map(a => cluster.Maybe<SecurityGroup>(a.NeedBlock("vpc_config"), "cluster_security_group_id")),
        // "disabled" where the block is not written: compute_config of the provider, which older versions do not have
        IsAutoMode = cluster.Truth(a => !cluster.IsDefault(a, "compute_config") && a.Block("compute_config") is { } compute && compute.NeedSwitch("enabled")),
        Tags = cluster.Tags(),
    };

    /// <summary>The ARN that the scan was told, where it is this cluster's.</summary>
    private static string? GivenArn(Observer observer, Reading cluster) =>
        observer.Scope.Cluster.StartsWith("arn:", StringComparison.Ordinal) && World.Known(cluster.Resource.Values, "name") is { } name && observer.Scope.Cluster.EndsWith($":cluster/{name}", StringComparison.Ordinal)
            ? observer.Scope.Cluster : null;

    private static Ref<Vpc> Vpc(Observer observer, Reading cluster, Attributes network) =>
        World.Known(network, "vpc_id") is { } vpc ? new(vpc) : Placing.VpcOf(observer, cluster.Many<Subnet>(network, "subnet_ids"));

    private static Addon Addon(Observer observer, Reading addon) => new()
    {
        Id = observer.Id(addon),
        Key = Key(addon, "addon", "addon_name"),
        Name = addon.Map(a => a.Filled("addon_name")),
        Cluster = addon.Map(_ => ClusterOf(observer, addon)),
        Version = addon.Map(a => a.Need("addon_version")),
        Status = addon.Never<string>("the status of an add-on"),
    };
}
