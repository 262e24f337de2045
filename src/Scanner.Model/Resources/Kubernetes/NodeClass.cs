namespace Scanner.Model;

/// <summary>How Karpenter makes nodes on AWS (karpenter.k8s.aws EC2NodeClass).</summary>
public sealed class NodeClass : KubernetesResource
{
    internal NodeClass() { }

    /// <summary>Those that its status says it found.</summary>
    public Fact<Items<Ref<Subnet>>> Subnets { get; internal init; }

    /// <summary>Those that its status says it found.</summary>
    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    /// <summary>By which it looks for subnets (<c>subnetSelectorTerms</c>).</summary>
    public Fact<Items<SelectorTerm>> SubnetTerms { get; internal init; }

    /// <summary>By which it looks for security groups (<c>securityGroupSelectorTerms</c>).</summary>
    public Fact<Items<SelectorTerm>> SecurityGroupTerms { get; internal init; }

    /// <summary>By which it looks for images (<c>amiSelectorTerms</c>); empty in EKS Auto Mode, which chooses them.</summary>
    public Fact<Items<SelectorTerm>> ImageTerms { get; internal init; }

    /// <summary>Null leaves it to the subnet.</summary>
    public Fact<bool?> AssociatePublicIp { get; internal init; }

    /// <summary>The condition Ready.</summary>
    public Truth IsReady { get; internal init; }
}
