using Scanner.Collect.ParallelCluster;
using Scanner.Model;

namespace Scanner.Collect.Declared.Terraform;

/// <summary>Instances of EC2. Their user data is never read.</summary>
internal static class Instances
{
    public static void Observe(Observer observer)
    {
        foreach (var instance in observer.Each<ComputeInstance>("aws_instance"))
            observer.Observe(instance, Map(observer, instance), ("instanceType", "instance_type"), ("imageId", "ami"), ("subnet", "subnet_id"), ("securityGroups", "vpc_security_group_ids"), ("availabilityZone", "availability_zone"), ("tags", "tags"));
    }

    private static ComputeInstance Map(Observer observer, Reading instance) => new()
    {
        Id = observer.Id(instance),
        Key = instance.Key(),
        Name = instance.NameTag(),
        State = instance.Map(a => a.Need("instance_state")),
        InstanceType = instance.Map(a => a.Need("instance_type")),
        ImageId = instance.Map(a => a.Need("ami")),
        AvailabilityZone = instance.Map(a => a.Need("availability_zone")),
        Vpc = instance.Map(a => (Ref<Vpc>?)Placing.VpcOf(observer, instance.Need<Subnet>(a, "subnet_id"))),
        Subnet = instance.Map(a => (Ref<Subnet>?)instance.Need<Subnet>(a, "subnet_id")),
        SecurityGroups = instance.Some<SecurityGroup>("vpc_security_group_ids"),
        PrivateIps = instance.Items(a => a.AllTexts("secondary_private_ips").Prepend(a.Need("private_ip")).ToList()),
        Ipv6Addresses = instance.Items(a => a.AllTexts("ipv6_addresses")),
        PublicIp = instance.Map(a => a.Filled("public_ip")),
        Role = instance.Map(a => Role(a.Tags())),
        Tags = instance.Tags(),
    };

    private static NodeRole Role(StringMap tags) => ParallelClusterNode.Of(tags)?.Role
        ?? (tags.Has("eks:cluster-name") || tags.Has("eks:eks-cluster-name") || tags.Has("karpenter.sh/nodepool") ? NodeRole.KubeNode : NodeRole.Other);
}
