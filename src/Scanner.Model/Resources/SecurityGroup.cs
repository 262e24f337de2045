namespace Scanner.Model;

/// <summary>A security group (ec2:DescribeSecurityGroups).</summary>
public sealed class SecurityGroup : Resource
{
    internal SecurityGroup() { }

    public Fact<Ref<Vpc>> Vpc { get; internal init; }

    public Fact<Items<SecurityGroupRule>> Ingress { get; internal init; }

    public Fact<Items<SecurityGroupRule>> Egress { get; internal init; }
}
