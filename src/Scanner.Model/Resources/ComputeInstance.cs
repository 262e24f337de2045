namespace Scanner.Model;

/// <summary>A host: an EC2 instance (ec2:DescribeInstances), or a server elsewhere that node facts tell of; what is inside it only node facts show.</summary>
public sealed class ComputeInstance : Resource
{
    internal ComputeInstance() { }

    /// <summary>The name, with the id where it is a cluster's, which gives one name to many; of any other host the name alone.</summary>
    [MessageOnly]
    public override string Label => base.Label is var label && label != Id && Cluster is { IsKnown: true, Value: not null } ? $"{label} {Id}" : label;

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

    /// <summary>Its operating system and release, e.g. <c>ubuntu2204</c>, by its own <c>os-release</c> (node facts, <c>host.os</c>).</summary>
    [SeenOnHost]
    public Fact<string> OperatingSystem { get; internal init; }

    /// <summary>What it has mounted (node facts, <c>mounts</c>); kernel file systems such as <c>proc</c> are left out.</summary>
    [SeenOnHost]
    public Fact<Items<HostMount>> Mounts { get; internal init; }

    /// <summary>Whether Posit Workbench is installed on it (node facts, <c>workbench.installed</c>); what there is of it is a <see cref="WorkbenchServer"/>.</summary>
    [SeenOnHost]
    public Truth HasWorkbench { get; internal init; }

    /// <summary>Whether what runs inside a session is on it, <c>rsession</c> above all (node facts, <c>sessionComponents.rsession</c>).</summary>
    [SeenOnHost]
    public Truth HasSessionComponents { get; internal init; }

    /// <summary>Where they are; null where there are none (node facts, <c>sessionComponents.path</c>).</summary>
    [SeenOnHost]
    public Fact<string?> SessionComponentsPath { get; internal init; }

    /// <summary>The versions of R below the usual roots, e.g. <c>4.4.3</c> (node facts, <c>r</c>); none where there is none. Modules are not seen.</summary>
    [SeenOnHost]
    public Fact<Items<string>> RVersions { get; internal init; }

    /// <summary>The versions of Python below the usual roots, e.g. <c>3.12.11</c> (node facts, <c>python</c>).</summary>
    [SeenOnHost]
    public Fact<Items<string>> PythonVersions { get; internal init; }

    /// <summary>Whether Slurm's client is on it (node facts, <c>slurm.client</c>).</summary>
    [SeenOnHost]
    public Truth HasSlurmClient { get; internal init; }

    /// <summary>Slurm's version by its client; null where there is no client (node facts, <c>slurm.version</c>).</summary>
    [SeenOnHost]
    public Fact<string?> SlurmVersion { get; internal init; }

    /// <summary>Whether Slurm's controller answered it (node facts, <c>slurm.controllerReachable</c>, from <c>scontrol ping</c>).</summary>
    [SeenOnHost]
    public Truth ReachesSlurmController { get; internal init; }

    /// <summary>Whether Slurm's controller runs on it (node facts, <c>slurm.slurmctldHere</c>).</summary>
    [SeenOnHost]
    public Truth RunsSlurmController { get; internal init; }

    /// <summary>Whether Singularity or Apptainer is on it (node facts, <c>slurm.singularity</c>).</summary>
    [SeenOnHost]
    public Truth HasSingularity { get; internal init; }

    /// <summary>Whether SSSD brings it users (node facts, <c>identity.sssd</c>).</summary>
    [SeenOnHost]
    public Truth UsesSssd { get; internal init; }

    /// <summary>The directory domains that its SSSD knows (node facts, <c>identity.domains</c>).</summary>
    [SeenOnHost]
    public Fact<Items<string>> IdentityDomains { get; internal init; }

    /// <summary>A hash over names and numbers of its users, the same on hosts with the same users; null where none could be listed (node facts, <c>identity.sampleUsersHash</c>).</summary>
    [SeenOnHost]
    public Fact<string?> UsersHash { get; internal init; }

    /// <summary>Over how many users that hash is (node facts, <c>identity.sampleCount</c>).</summary>
    [SeenOnHost]
    public Fact<int> UsersCounted { get; internal init; }

    /// <summary>Directories of which it was asked whether they take POSIX ACLs (node facts, <c>acl</c>); those that are not there are left out.</summary>
    [SeenOnHost]
    public Fact<Items<DirectoryAcl>> Acls { get; internal init; }
}
