using Scanner.Collect.ParallelCluster;
using Scanner.Model;

namespace Scanner.Tests.Collect.ParallelCluster;

public sealed class ClusterConfigurationTests
{
    private static readonly Evidence s_evidence = new(Plane.LiveDeclared, "aws/1/r", "s3:GetObjectVersion", default) { Locator = "cluster.yaml" };

    private const string Minimal = "HeadNode: {Networking: {SubnetId: subnet-1}}\nScheduling: {Scheduler: slurm}\n";

    [Fact]
    public void What_is_not_declared_is_absent()
    {
        var cluster = Read(Minimal);

        Assert.Equal("Ebs", cluster.SharedStorageType.Value);
        Assert.Empty(cluster.SharedStorage.Value);
        Assert.Empty(cluster.LoginPools.Value);
        Assert.Empty(cluster.Queues.Value);
        Assert.Null(cluster.Accounting.Value);
        Assert.Null(cluster.DirectoryHome.Value);
        Assert.True(cluster.UsesExternalSlurmdbd.IsFalse && cluster.HasCustomActions.IsFalse && cluster.HasCustomAmi.IsFalse);
        Assert.Equal("subnet-1", cluster.HeadNodeSubnet.Value.Id);
    }

    [Theory]
    [InlineData("home", "/home")]
    [InlineData("/home/", "/home")]
    [InlineData("//opt//rstudio", "/opt/rstudio")]
    public void Mount_is_normalized(string written, string mount) =>
        Assert.Equal(mount, Read(Minimal + $"SharedStorage: [{{MountDir: {written}, Name: x, StorageType: Ebs}}]").SharedStorage.Value[0].MountDir);

    [Theory]
    [InlineData("StorageType: Efs, EfsSettings: {FileSystemId: fs-1}", "fs-1", null)]
    [InlineData("StorageType: FsxLustre, FsxLustreSettings: {FileSystemId: fs-2}", "fs-2", null)]
    [InlineData("StorageType: FsxLustre, FsxLustreSettings: {StorageCapacity: 1200}", null, null)]
    [InlineData("StorageType: FsxOpenZfs, FsxOpenZfsSettings: {VolumeId: fsvol-1}", null, "fsvol-1")]
    [InlineData("StorageType: FsxOntap, FsxOntapSettings: {VolumeId: fsvol-2}", null, "fsvol-2")]
    [InlineData("StorageType: FileCache, FileCacheSettings: {FileCacheId: fc-1}", "fc-1", null)]
    public void Storage_names_what_is_mounted(string storage, string? fileSystem, string? volume)
    {
        var mount = Read(Minimal + $"SharedStorage: [{{MountDir: /x, Name: x, {storage}}}]").SharedStorage.Value[0];

        Assert.Equal((fileSystem, volume), (mount.FileSystemId, mount.VolumeId));
    }

    [Fact]
    public void Login_pool_without_a_count_is_no_pool_of_one_or_none()
    {
        var cluster = Read(Minimal + "LoginNodes: {Pools: [{Name: users}]}");

        Assert.Equal(GapCause.Unsupported, cluster.LoginPools.Gap!.Cause);
        Assert.Contains("LoginNodes/Pools/Count", cluster.LoginPools.Gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_a_template_would_fill_in_is_not_known()
    {
        var cluster = Read(Minimal + "LoginNodes: {Pools: [{Name: users, Count: !Sub '${Count}'}]}\nSharedStorage: !If [a, b, c]\n");

        Assert.Contains("Count", cluster.LoginPools.Gap!.Detail, StringComparison.Ordinal);
        Assert.Contains("SharedStorage", cluster.SharedStorage.Gap!.Detail, StringComparison.Ordinal);
        Assert.Equal("slurm", cluster.Scheduler.Value);
    }

    [Theory]
    [InlineData("HeadNode: {Networking: {SubnetId: s}, CustomActions: {OnNodeStart: {Script: s3://x}}}")]
    [InlineData("HeadNode: {Networking: {SubnetId: s}}\nLoginNodes: {Pools: [{Name: a, Count: 1, CustomActions: {OnNodeConfigured: {Script: s3://x}}}]}")]
    [InlineData("HeadNode: {Networking: {SubnetId: s}}\nScheduling: {Scheduler: slurm, SlurmQueues: [{Name: q, CustomActions: {OnNodeStart: {Script: s3://x}}}]}")]
    public void Custom_action_of_any_node_counts(string text) => Assert.True(Read(text).HasCustomActions.IsTrue);

    [Theory]
    [InlineData("Image: {Os: rhel9, CustomAmi: ami-1}\nHeadNode: {}")]
    [InlineData("HeadNode: {Image: {CustomAmi: ami-1}}")]
    [InlineData("HeadNode: {}\nScheduling: {Scheduler: slurm, SlurmQueues: [{Name: q, Image: {CustomAmi: ami-1}}]}")]
    public void Custom_image_of_any_node_counts(string text) => Assert.True(Read(text).HasCustomAmi.IsTrue);

    [Theory]
    [InlineData("db.example.com:3307", "db.example.com", 3307)]
    [InlineData("db.example.com", "db.example.com", 3306)]
    [InlineData("mysql://slurm:hunter2@db.example.com:3306/slurm_acct_db", "db.example.com", 3306)]
    public void Accounting_database_is_host_and_port_and_nothing_secret(string uri, string host, int port)
    {
        var accounting = Read($"HeadNode: {{}}\nScheduling: {{Scheduler: slurm, SlurmSettings: {{Database: {{Uri: '{uri}', UserName: slurm}}}}}}").Accounting.Value!;

        Assert.Equal((host, port), (accounting.Host, accounting.Port));
        Assert.DoesNotContain("hunter2", accounting.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db:0")]
    [InlineData("db:99999")]
    [InlineData(":3306")]
    [InlineData("two words")]
    public void Address_that_is_none_is_refused(string uri) => Assert.Null(DatabaseAddress.Parse(uri));

    [Fact]
    public void Homes_by_directory_service() => Assert.Equal("/shared/home/%u", Read(Minimal + "DirectoryService: {AdditionalSssdConfigs: {override_homedir: /shared/home/%u}}").DirectoryHome.Value);

    [Fact]
    public void External_slurmdbd() => Assert.True(Read("HeadNode: {}\nScheduling: {Scheduler: slurm, SlurmSettings: {ExternalSlurmdbd: {Host: h}}}").UsesExternalSlurmdbd.IsTrue);

    [Fact]
    public void Anchors_and_merge_keys_are_followed() =>
        Assert.Equal(2, Read(Minimal + "base: &base {Count: 2}\nLoginNodes: {Pools: [{Name: users, <<: *base}]}").LoginPools.Value[0].Count);

    [Fact]
    public void Declared_groups_stand_where_live_ones_are_out_of_view()
    {
        var config = ConfigText.Read(Minimal.Replace("Scheduler: slurm", "Scheduler: slurm, SlurmQueues: [{Name: q, Networking: {SubnetIds: [subnet-2]}, ComputeResources: [{Name: r, Instances: [{InstanceType: c6i.large}]}]}]", StringComparison.Ordinal), s_evidence);

        var queue = DeclaredGroup.All(config, new("parallelcluster://1/r/pwb"), "pwb").Single(g => g.Provisioner == Provisioner.ParallelClusterQueue);

        Assert.Equal(("parallelcluster://1/r/pwb/queue/q/r", "parallelcluster/pwb/queue/q/r"), (queue.Id, queue.Key));
        Assert.Equal((0, 10, "c6i.large"), (queue.Min.Value, queue.Max.Value, queue.InstanceTypes.Value[0]));
        Assert.Equal("subnet-2", queue.Subnets.Value[0].Id);
    }

    private static Cluster Read(string text) => ClusterConfiguration.Map(ConfigText.Read(text, s_evidence), new("parallelcluster://1/r/pwb"), "pwb");
}
