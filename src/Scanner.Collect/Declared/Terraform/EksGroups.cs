using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Managed node groups and Fargate profiles of EKS clusters.</summary>
internal static class EksGroups
{
    public static void Observe(Observer observer)
    {
        foreach (var group in observer.Each<NodeGroup>("aws_eks_node_group"))
            observer.Observe(group, Managed(observer, group), ("min", "scaling_config.min_size"), ("max", "scaling_config.max_size"), ("desired", "scaling_config.desired_size"), ("subnets", "subnet_ids"),
                ("instanceTypes", "instance_types"), ("labels", "labels"), ("taints", "taint"), ("cluster", "cluster_name"));
        foreach (var profile in observer.Each<NodeGroup>("aws_eks_fargate_profile")) observer.Observe(profile, Fargate(observer, profile), ("subnets", "subnet_ids"), ("cluster", "cluster_name"));
    }

    private static NodeGroup Managed(Observer observer, Reading group) => new()
    {
        Id = observer.Id(group),
        Key = EksResources.Key(group, "nodegroup", "node_group_name"),
        Name = group.Map(a => a.Filled("node_group_name")),
        Provisioner = group.Always(Provisioner.EksManaged),
        Cluster = group.Map(_ => (Ref<Cluster>?)EksResources.ClusterOf(observer, group)),
        Pool = group.Map(a => a.Filled("node_group_name")),
        Status = group.Map(a => (string?)a.Need("status")),
        Min = group.Map(a => a.NeedBlock("scaling_config").NeedNumber("min_size")),
        Max = group.Map(a => a.NeedBlock("scaling_config").NeedNumber("max_size")),
        Desired = group.Map(a => a.NeedBlock("scaling_config").NeedNumber("desired_size")),
        Subnets = group.Some<Subnet>("subnet_ids"),
        Labels = group.Map(a => group.IsDefault(a, "labels") ? StringMap.Empty : a.Map("labels", labels => new StringMap(labels))),
        Taints = group.Items(a => a.Blocks("taint").Select(Taint).OrderBy(t => t.ToString(), StringComparer.Ordinal).ToList()),
        InstanceTypes = group.Items(a => InstanceTypes(observer, group, a)),
    };

    /// <summary>One of the group's own, else of its launch template, else t3.medium: parameter instanceTypes of the EKS API's CreateNodegroup.</summary>
    private static IEnumerable<string> InstanceTypes(Observer observer, Reading group, Attributes attributes)
    {
        if (!group.IsDefault(attributes, "instance_types") && attributes.AllTexts("instance_types") is { Count: > 0 } types) return types;
        if (attributes.Block("launch_template") is not { } template) return group.Resource.IsNew ? ["t3.medium"] : throw attributes.Absent("instance_types");
        return [LaunchTemplates.Of(observer, group, template).Resource.Values.Need("instance_type")];
    }

    private static Taint Taint(Attributes taint) => new(taint.Need("key"), taint.Filled("value"), taint.Need("effect") switch
    {
        "NO_SCHEDULE" => "NoSchedule",
        "NO_EXECUTE" => "NoExecute",
        "PREFER_NO_SCHEDULE" => "PreferNoSchedule",
        _ => throw taint.Absent("effect"),
    });

    private static NodeGroup Fargate(Observer observer, Reading profile) => new()
    {
        Id = observer.Id(profile),
        Key = EksResources.Key(profile, "fargateprofile", "fargate_profile_name"),
        Name = profile.Map(a => a.Filled("fargate_profile_name")),
        Provisioner = profile.Always(Provisioner.EksFargate),
        Cluster = profile.Map(_ => (Ref<Cluster>?)EksResources.ClusterOf(observer, profile)),
        Pool = profile.Map(a => a.Filled("fargate_profile_name")),
        Status = profile.Map(a => (string?)a.Need("status")),
        Subnets = profile.Some<Subnet>("subnet_ids"),
    };
}
