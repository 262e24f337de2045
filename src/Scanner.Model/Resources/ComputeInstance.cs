namespace Scanner.Model;

/// <summary>A host: an EC2 instance (ec2:DescribeInstances).</summary>
public sealed class ComputeInstance : Resource
{
    internal ComputeInstance() { }

    /// <summary>The state's name: <c>pending</c>, <c>running</c>, <c>stopping</c>, <c>stopped</c>, <c>shutting-down</c>, <c>terminated</c>.</summary>
    public Fact<string> State { get; internal init; }

    public Fact<string> InstanceType { get; internal init; }

    public Fact<string> ImageId { get; internal init; }

    public Fact<string> AvailabilityZone { get; internal init; }

    /// <summary>Null for an instance that has left its VPC, such as a terminated one.</summary>
    public Fact<Ref<Vpc>?> Vpc { get; internal init; }

    public Fact<Ref<Subnet>?> Subnet { get; internal init; }

    public Fact<Items<Ref<SecurityGroup>>> SecurityGroups { get; internal init; }

    /// <summary>Its network interfaces. <see cref="Subnet"/> is that of the first; groups and addresses are those of all.</summary>
    public Fact<Items<Ref<NetworkInterface>>> NetworkInterfaces { get; internal init; }

    public Fact<Items<string>> PrivateIps { get; internal init; }

    public Fact<Items<string>> Ipv6Addresses { get; internal init; }

    public Fact<string?> PublicIp { get; internal init; }

    public Fact<DateTimeOffset> LaunchedAt { get; internal init; }

    public Fact<NodeRole> Role { get; internal init; }

    /// <summary>The cluster it belongs to by its tags; null where it belongs to none.</summary>
    public Fact<Ref<Cluster>?> Cluster { get; internal init; }

    /// <summary>The login pool or queue it belongs to; null where it belongs to none.</summary>
    public Fact<string?> Pool { get; internal init; }

    public Fact<StringMap> Tags { get; internal init; }

    /// <summary>Running, and so counted among a deployment's hosts.</summary>
    public Truth IsRunning => State.Is(state => state == "running");

    /// <summary>Its virtual CPUs (ec2:DescribeInstanceTypes).</summary>
    public Fact<int> VCpus { get; internal init; }

    /// <summary>Its memory in MiB (ec2:DescribeInstanceTypes).</summary>
    public Fact<long> MemoryMiB { get; internal init; }

    /// <summary>Whether it runs Windows, by <c>Platform</c>.</summary>
    public Truth IsWindows { get; internal init; }

    /// <summary>Whether it is a spot instance, by <c>InstanceLifecycle</c>.</summary>
    public Truth IsSpot { get; internal init; }

    /// <summary>The status check of the host below it: <c>ok</c>, <c>impaired</c>, <c>initializing</c> … (ec2:DescribeInstanceStatus); null where it does not run.</summary>
    public Fact<string?> SystemStatus { get; internal init; }

    /// <summary>Its own status check; null where it does not run.</summary>
    public Fact<string?> InstanceStatus { get; internal init; }

    /// <summary>The programs on it that rules ask about, where SSM keeps an inventory (ssm:GetInventory); a gap where it does not.</summary>
    public Fact<Items<InstalledPackage>> Packages { get; internal init; }
}
