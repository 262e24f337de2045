using Scanner.Collect.Aws;
using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a ParallelCluster configuration declares of a cluster, be it the one that a cluster has stored or a user's file.</summary>
internal static class ClusterConfiguration
{
    /// <param name="config">The configuration.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="name">Its name, which the configuration does not say.</param>
    /// <param name="alone">What a file has to say for itself; null where the account itself is asked too.</param>
    public static Cluster Map(Answer<YamlPlace> config, Ref<Cluster> cluster, string name, FileAlone? alone = null) => new()
    {
        Id = cluster.Id,
        Key = ParallelClusterNode.ClusterKey(name),
        Name = config.Optional(_ => (string?)name),
        Kind = config.Map(_ => ClusterKind.ParallelCluster),
        Version = alone.Elsewhere<SemanticVersion>(),
        Status = alone.Elsewhere<string>(),
        Scheduler = config.Map(c => c.Need("Scheduling/Scheduler").Text()),
        Region = config.Optional(c => c.Text("Region")),
        Os = config.Map(c => c.Need("Image/Os").Text()),
        CustomAmi = config.Optional(c => c.Text("Image/CustomAmi")),
        SharedStorage = config.Items(c => c.List("SharedStorage").Select(s => new StorageEntry(s).Map())),
        SharedStorageType = config.Map(StorageEntry.OwnType),
        HeadNodeSubnet = config.Map(c => new Ref<Subnet>(c.Need("HeadNode/Networking/SubnetId").Text())),
        LoginPools = config.Items(c => c.List("LoginNodes/Pools").Select(Pool)),
        Queues = config.Items(c => Queues(c).Select(q => q.Need("Name").Text())),
        Accounting = config.Optional(SlurmConfiguration.Accounting),
        AccountingSettings = config.Optional(SlurmConfiguration.AccountingSettings),
        UsesExternalSlurmdbd = config.Truth(c => c.Has("Scheduling/SlurmSettings/ExternalSlurmdbd")),
        ExternalSlurmdbd = config.Optional(SlurmConfiguration.External),
        ScaledownIdletime = config.Optional(SlurmConfiguration.IdleMinutes),
        CustomSlurmSettings = config.Items(SlurmConfiguration.Lines),
        SlurmSettingsFile = config.Optional(SlurmConfiguration.IncludedFile),
        HasCustomActions = config.Truth(c => Nodes(c).Any(n => n.Has("CustomActions"))),
        HasCustomAmi = config.Truth(c => Nodes(c).Prepend(c).Any(n => n.Has("Image/CustomAmi"))),
        Directory = config.Optional(DirectoryConfiguration.Read),
        DirectoryHome = config.Optional(DirectoryConfiguration.Home),
        Tags = config.Map(c => AwsTags.Of(c.List("Tags"), t => t.Need("Key").Text(), t => t.Text("Value"))),
    };

    /// <summary>The queues of either scheduler.</summary>
    public static IEnumerable<YamlPlace> Queues(YamlPlace config) => config.List("Scheduling/SlurmQueues").Concat(config.List("Scheduling/AwsBatchQueues"));

    /// <summary>Every part that declares nodes: head node, login pools, queues.</summary>
    private static IEnumerable<YamlPlace> Nodes(YamlPlace config) => config.List("LoginNodes/Pools").Concat(Queues(config)).Prepend(config.Need("HeadNode"));

    /// <summary>Count is required, and has no default.</summary>
    private static LoginPool Pool(YamlPlace pool) => new(
        pool.Need("Name").Text(), pool.Number("Count") ?? throw new AbsentFieldException("LoginNodes/Pools/Count"), pool.Text("InstanceType"),
        pool.Texts("Networking/SubnetIds").Select(s => new Ref<Subnet>(s)).ToItems());
}
