using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>AWS::EKS::Cluster and AWS::EKS::Nodegroup.</summary>
internal sealed class EksResources(Template template, DeclaredSink sink)
{
    public void Observe()
    {
        foreach (var cluster in template.Of("AWS::EKS::Cluster"))
            sink.Observe(cluster.Evidence, Map(cluster), cluster.Places(("name", "Name"), ("version", "Version"), ("subnets", "ResourcesVpcConfig/SubnetIds"), ("isAutoMode", "ComputeConfig/Enabled"), ("tags", "Tags")));
        foreach (var group in template.Of("AWS::EKS::Nodegroup"))
            sink.Observe(group.Evidence, Group(group), group.Places(("name", "NodegroupName"), ("pool", "NodegroupName"), ("min", "ScalingConfig/MinSize"), ("max", "ScalingConfig/MaxSize"), ("desired", "ScalingConfig/DesiredSize"),
                ("subnets", "Subnets"), ("instanceTypes", "InstanceTypes"), ("labels", "Labels"), ("taints", "Taints")));
    }

    private static Cluster Map(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = r.Key,
        Name = r.Fact<Cluster, string?>("Name", p => p.Need("Name").Text()),
        Kind = r.Answer<Cluster>().Map(_ => ClusterKind.Eks),
        Version = r.Fact<Cluster, SemanticVersion>("Version", p => SemanticVersion.Parse(p.Need("Version").Text()) ?? throw new AbsentFieldException("Version")),
        Subnets = r.Refs<Cluster, Subnet>("ResourcesVpcConfig/SubnetIds"),
        IsAutoMode = r.Truth<Cluster>("ComputeConfig", p => p.At("ComputeConfig") is { } compute && (compute.Flag("Enabled") ?? throw new AbsentFieldException("ComputeConfig/Enabled"))), // without it EKS makes none of its own
        Status = new(r.Unseen<Cluster>()),
        Endpoint = new(r.Unseen<Cluster>()),
        Vpc = new(r.Unseen<Cluster>()),
        ClusterSecurityGroup = new(r.Unseen<Cluster>()),
        Tags = r.Tags<Cluster>(),
    };

    private NodeGroup Group(TemplateResource r) => new()
    {
        Id = r.Id,
        Key = Key(r),
        Name = r.Fact<NodeGroup, string?>("NodegroupName", p => p.Need("NodegroupName").Text()),
        Pool = r.Fact<NodeGroup, string?>("NodegroupName", p => p.Need("NodegroupName").Text()),
        Provisioner = r.Answer<NodeGroup>().Map(_ => Provisioner.EksManaged),
        Cluster = r.Fact<NodeGroup, Ref<Cluster>?>("ClusterName", p => template.Find(p.Need("ClusterName").Text()) is { } own ? new Ref<Cluster>(own.Id) : throw new AbsentFieldException("ClusterName of this template")),
        Min = r.Number<NodeGroup>("ScalingConfig/MinSize"),
        Max = r.Number<NodeGroup>("ScalingConfig/MaxSize"),
        Desired = r.Number<NodeGroup>("ScalingConfig/DesiredSize"),
        Subnets = r.Refs<NodeGroup, Subnet>("Subnets"),
        InstanceTypes = r.Fact<NodeGroup, Items<string>>("InstanceTypes LaunchTemplate", Types),
        Labels = r.Fact<NodeGroup, StringMap>("Labels", p => p.Has("Labels") ? new(p.Need("Labels").Entries.Select(e => KeyValuePair.Create(e.Key, e.Value.Text()))) : StringMap.Empty),
        Taints = r.Fact<NodeGroup, Items<Taint>>("Taints", p => p.List("Taints").Select(Taint).ToItems()),
        Status = new(r.Unseen<NodeGroup>()),
    };

    /// <summary>The key of the live one is the two names, where the template says both.</summary>
    private string Key(TemplateResource r)
    {
        var names = r.Fact<NodeGroup, (string, string)>("ClusterName NodegroupName", p => (ClusterName(p), p.Need("NodegroupName").Text()));
        return names.IsKnown ? $"eks/{names.Value.Item1}/nodegroup/{names.Value.Item2}" : r.Key;
    }

    private string ClusterName(YamlPlace properties) => template.Find(properties.Need("ClusterName").Text()) is { } own ? own.Properties.Need("Name").Text() : properties.Need("ClusterName").Text();

    /// <summary>EKS takes t3.medium where neither the group nor a launch template says.</summary>
    private static Items<string> Types(YamlPlace properties) => properties.Texts("InstanceTypes").ToItems() is { IsEmpty: false } said ? said
        : properties.Has("LaunchTemplate") ? throw new AbsentFieldException("InstanceTypes") : ["t3.medium"];

    private static Taint Taint(YamlPlace taint) => new(taint.Need("Key").Text(), taint.Text("Value") is { Length: > 0 } value ? value : null, taint.Need("Effect").Text() switch
    {
        "NO_SCHEDULE" => "NoSchedule",
        "NO_EXECUTE" => "NoExecute",
        "PREFER_NO_SCHEDULE" => "PreferNoSchedule",
        _ => throw new AbsentFieldException("Taints/Effect"),
    });
}
