using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Auto Scaling groups, with what their launch templates say.</summary>
internal static class ScalingGroups
{
    public static void Observe(Observer observer)
    {
        foreach (var group in observer.Each<NodeGroup>("aws_autoscaling_group"))
            observer.Observe(group, Map(observer, group), ("min", "min_size"), ("max", "max_size"), ("desired", "desired_capacity"), ("subnets", "vpc_zone_identifier"), ("targetGroups", "target_group_arns"), ("suspendedProcesses", "suspended_processes"));
    }

    private static NodeGroup Map(Observer observer, Reading group) => new()
    {
        Id = observer.Id(group),
        Key = World.RealId(group.Resource) ?? group.Key(),
        Name = group.Map(a => a.Filled("name")),
        Provisioner = group.Always(Provisioner.AutoScaling),
        Min = group.Map(a => a.NeedNumber("min_size")),
        Max = group.Map(a => a.NeedNumber("max_size")),
        // the group's minimum where it is left out: parameter DesiredCapacity of API_CreateAutoScalingGroup
        Desired = group.Map(a => group.IsDefault(a, "desired_capacity") ? a.NeedNumber("min_size") : a.NeedNumber("desired_capacity")),
        InstanceTypes = group.Items<string>(a => [Template(observer, group, a).Resource.Values.Need("instance_type")]),
        ImageId = group.Map(a => (string?)Template(observer, group, a).Resource.Values.Need("image_id")),
        SecurityGroups = group.Map(a => Template(observer, group, a) is var template ? template.Many<SecurityGroup>(template.Resource.Values, "vpc_security_group_ids").ToItems() : []),
        Subnets = group.Some<Subnet>("vpc_zone_identifier"),
        TargetGroups = group.Items(a => group.IsDefault(a, "target_group_arns") ? throw UnsaidException.AfterApply(a.Join("target_group_arns")) : group.Many<TargetGroup>(a, "target_group_arns")),
        SuspendedProcesses = group.Items(a => a.AllTexts("suspended_processes").Order(StringComparer.Ordinal)),
    };

    private static Reading Template(Observer observer, Reading group, Attributes attributes) => LaunchTemplates.Of(observer, group, attributes.NeedBlock("launch_template"));
}
