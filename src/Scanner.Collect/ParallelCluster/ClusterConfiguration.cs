using Scanner.Collect.Yaml;
using Scanner.Model;

namespace Scanner.Collect.ParallelCluster;

/// <summary>What a ParallelCluster configuration declares of a cluster.</summary>
internal static class ClusterConfiguration
{
    public static Cluster Map(Answer<YamlPlace> config, Ref<Cluster> cluster, string name) => new()
    {
        Id = cluster.Id,
        Key = cluster.Id,
        Name = config.Optional(_ => (string?)name),
        Kind = config.Map(_ => ClusterKind.ParallelCluster),
        Scheduler = config.Map(c => c.Need("Scheduling/Scheduler").Text()),
        SharedStorage = config.Items(c => c.List("SharedStorage").Select(Mount)),
        SharedStorageType = config.Map(c => c.Text("HeadNode/SharedStorageType") ?? "Ebs"), // the documented default
        HeadNodeSubnet = config.Map(c => new Ref<Subnet>(c.Need("HeadNode/Networking/SubnetId").Text())),
        LoginPools = config.Items(c => c.List("LoginNodes/Pools").Select(Pool)),
        Queues = config.Items(c => Queues(c).Select(q => q.Need("Name").Text())),
        Accounting = config.Optional(Accounting),
        UsesExternalSlurmdbd = config.Truth(c => c.At("Scheduling/SlurmSettings/ExternalSlurmdbd") is not null),
        HasCustomActions = config.Truth(c => Nodes(c).Any(n => n.At("CustomActions") is not null)),
        HasCustomAmi = config.Truth(c => Nodes(c).Prepend(c).Any(n => n.At("Image/CustomAmi") is not null)),
        DirectoryHome = config.Optional(DirectoryHome),
    };

    /// <summary>The queues of either scheduler.</summary>
    public static IEnumerable<YamlPlace> Queues(YamlPlace config) => config.List("Scheduling/SlurmQueues").Concat(config.List("Scheduling/AwsBatchQueues"));

    /// <summary>Every part that declares nodes: head node, login pools, queues.</summary>
    private static IEnumerable<YamlPlace> Nodes(YamlPlace config) => config.List("LoginNodes/Pools").Concat(Queues(config)).Prepend(config.Need("HeadNode"));

    /// <summary>Count is required, and has no default.</summary>
    private static LoginPool Pool(YamlPlace pool) => new(
        pool.Need("Name").Text(), pool.Number("Count") ?? throw new AbsentFieldException("LoginNodes/Pools/Count"), pool.Text("InstanceType"),
        pool.Texts("Networking/SubnetIds").Select(s => new Ref<Subnet>(s)).ToItems());

    private static SharedStorage Mount(YamlPlace storage)
    {
        var type = storage.Need("StorageType").Text();
        var fileSystem = type switch
        {
            "Efs" => storage.Text("EfsSettings/FileSystemId"),
            "FsxLustre" => storage.Text("FsxLustreSettings/FileSystemId"),
            "FileCache" => storage.Text("FileCacheSettings/FileCacheId"),
            _ => null,
        };
        var volume = type switch
        {
            "FsxOpenZfs" => storage.Text("FsxOpenZfsSettings/VolumeId"),
            "FsxOntap" => storage.Text("FsxOntapSettings/VolumeId"),
            _ => null,
        };
        return new(MountPath.Normalize(storage.Need("MountDir").Text()), storage.Need("Name").Text(), type, fileSystem, volume);
    }

    private static AccountingDatabase? Accounting(YamlPlace config)
    {
        if (config.At("Scheduling/SlurmSettings/Database") is not { } database) return null;
        var (host, port) = DatabaseAddress.Parse(database.Need("Uri").Text()) ?? throw new AbsentFieldException("Scheduling/SlurmSettings/Database/Uri");
        return new(host, port, database.Text("DatabaseName"));
    }

    private static string? DirectoryHome(YamlPlace config) =>
        config.Text("DirectoryService/AdditionalSssdConfigs/override_homedir") ?? config.Text("DirectoryService/AdditionalSssdConfigs/fallback_homedir");
}
