using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>A node group that a configuration declares, so that it is known even where the live one is out of view.</summary>
/// <param name="Identity">Which group.</param>
/// <param name="Config">The whole configuration.</param>
/// <param name="Node">The part of the configuration that declares it.</param>
/// <param name="Place">The part that says where its nodes are: of a compute resource, its queue.</param>
internal sealed record DeclaredGroup(NodeGroupIdentity Identity, YamlPlace Config, YamlPlace Node, YamlPlace Place)
{
    private const int DefaultMinCount = 0; // as documented for a compute resource
    private const int DefaultMaxCount = 10;

    public bool IsHead => Identity.Provisioner is Provisioner.ParallelClusterHead;

    public bool IsLogin => Identity.Provisioner is Provisioner.ParallelClusterLogin;

    public bool IsQueue => Identity.Provisioner is Provisioner.ParallelClusterQueue;

    /// <summary>All groups of a configuration, without those of a part that is a gap: the live listings still tell of them.</summary>
    public static IEnumerable<NodeGroup> All(Answer<YamlPlace> config, Ref<Cluster> cluster, string name) =>
        Read(config, cluster, name).Where(part => part.IsKnown).SelectMany(part => part.Value).Select(group => group.Map(config.Evidence));

    /// <summary>The groups of a configuration by its three parts: head node, login pools, queues.</summary>
    public static IReadOnlyList<Fact<Items<DeclaredGroup>>> Read(Answer<YamlPlace> config, Ref<Cluster> cluster, string name) =>
        [config.Items(c => Head(c, cluster, name)), config.Items(c => Pools(c, cluster, name)), config.Items(c => Queues(c, cluster, name))];

    /// <param name="evidence">Who says so.</param>
    /// <param name="alone">What a file has to say for itself; null where the account itself is asked too.</param>
    public NodeGroup Map(Evidence evidence, FileAlone? alone = null)
    {
        var said = new Answer<DeclaredGroup>(evidence, nameof(NodeGroup), this, null);
        var (image, groups) = (said.Optional(NodeSettings.CustomAmi), said.Items(NodeSettings.OwnSecurityGroups));
        return new()
        {
            Id = Identity.Id,
            Key = Identity.Key,
            Name = said.Optional(_ => (string?)Identity.Name),
            Provisioner = said.Map(_ => Identity.Provisioner),
            Cluster = said.Optional(_ => (Ref<Cluster>?)Identity.Cluster),
            Pool = said.Optional(_ => Identity.Pool),
            Min = said.Map(g => g.Count("MinCount", DefaultMinCount)),
            Max = said.Map(g => g.Count("MaxCount", DefaultMaxCount)),
            Desired = IsQueue ? alone.Elsewhere<int>() : said.Map(g => g.Count("Count", 1)),
            InstanceTypes = said.Some(g => g.InstanceTypes(), "InstanceType"),
            CustomAmi = image,
            ImageId = image is { IsKnown: true, Value: null } ? alone.Elsewhere<string?>() : image,
            Subnets = said.Some(g => g.Subnets(), "Networking/SubnetIds"),
            SecurityGroups = groups is { IsKnown: true, Value.IsEmpty: true } ? alone.Elsewhere<Items<Ref<SecurityGroup>>>() : said.Items(NodeSettings.AllSecurityGroups),
            AdditionalSecurityGroups = said.Items(NodeSettings.AdditionalSecurityGroups),
            HasCustomActions = said.Truth(g => g.Place.Has("CustomActions")),
            SshAllowedIps = said.Optional(NodeSettings.SshAllowedIps),
            HasSshKey = said.Truth(g => !g.IsQueue && g.Node.Has("Ssh/KeyName")),
            Dcv = said.Optional(NodeSettings.Dcv),
            HasElasticIp = said.Truth(NodeSettings.HasElasticIp),
            AssignsPublicIp = said.Optional(g => g.IsQueue ? g.Place.Flag("Networking/AssignPublicIp") : null),
            CapacityType = said.Optional(g => g.IsQueue ? g.Place.Text("CapacityType") ?? "ONDEMAND" : null), // the documented default
            HasCapacityReservation = said.Truth(g => g.IsQueue && (g.Node.Has("CapacityReservationTarget") || g.Place.Has("CapacityReservationTarget"))),
            CustomSlurmSettings = said.Items(g => g.IsQueue ? SlurmConfiguration.Map(g.Place).Concat(SlurmConfiguration.Map(g.Node)) : []),
            GracetimePeriod = said.Optional(g => g.IsLogin ? g.Node.Number("GracetimePeriod") ?? 10 : (int?)null), // the documented default, since 3.7
            InstanceRole = said.Optional(g => g.Place.Text("Iam/InstanceRole") ?? g.Place.Text("Iam/InstanceProfile")),
            IamPolicies = said.Items(g => g.Place.List("Iam/AdditionalIamPolicies").Select(p => KeptText.Arn(p.Need("Policy").Text()))),
            Mounts = alone is null ? default : said.Items(g => StorageEntry.Mounts(g.Config, g.IsHead, alone.StorageId)),
            TargetGroups = alone.Elsewhere<Items<Ref<TargetGroup>>>(),
            Instances = alone.Elsewhere<Items<Ref<ComputeInstance>>>(),
            SuspendedProcesses = alone.Elsewhere<Items<string>>(),
        };
    }

    private static IEnumerable<DeclaredGroup> Head(YamlPlace config, Ref<Cluster> cluster, string name) =>
        [new(NodeGroupIdentity.Head(cluster, name), config, config.Need("HeadNode"), config.Need("HeadNode"))];

    private static IEnumerable<DeclaredGroup> Pools(YamlPlace config, Ref<Cluster> cluster, string name) =>
        config.List("LoginNodes/Pools").Select(pool => new DeclaredGroup(NodeGroupIdentity.Login(cluster, name, pool.Need("Name").Text()), config, pool, pool));

    private static IEnumerable<DeclaredGroup> Queues(YamlPlace config, Ref<Cluster> cluster, string name) =>
        from queue in config.List("Scheduling/SlurmQueues")
        from resource in queue.List("ComputeResources")
        select new DeclaredGroup(NodeGroupIdentity.Queue(cluster, name, queue.Need("Name").Text(), resource.Need("Name").Text()), config, resource, queue);

    private int Count(string key, int fallback) => Identity.Provisioner switch
    {
        Provisioner.ParallelClusterHead => 1,
        Provisioner.ParallelClusterLogin => Node.Number("Count") ?? throw new AbsentFieldException("LoginNodes/Pools/Count"),
        _ => Node.Number(key) ?? fallback,
    };

    private IEnumerable<string> InstanceTypes() => Node.Text("InstanceType") is { } one ? [one] : Node.List("Instances").Select(i => i.Need("InstanceType").Text());

    private IEnumerable<Ref<Subnet>> Subnets() =>
        (Place.Text("Networking/SubnetId") is { } one ? [one] : Place.Texts("Networking/SubnetIds")).Order(StringComparer.Ordinal).Select(s => new Ref<Subnet>(s));
}
