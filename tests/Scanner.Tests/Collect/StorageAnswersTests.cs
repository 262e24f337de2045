using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>File systems, caches, volumes and access points of kinds that the recorded deployment has none of.</summary>
public sealed class StorageAnswersTests(GoodScan good) : IClassFixture<GoodScan>
{
    private const string Lustre = "fs-0123456789abcdef0";
    private const string Efs = "fs-0fedcba9876543210";
    private const string Id = "fs-0aaaaaaaaaaaaaaaa";

    [Fact]
    public void Lustre_as_recorded()
    {
        var system = good.Snapshot.Of<FileSystem>(Lustre);
        Assert.Equal(("SSD", null, "kx7pbbev", 7, null), (system.StorageType.Value, system.ThroughputMode.Value, system.MountName.Value, system.BackupRetentionDays.Value, system.BackupPolicy.Value));
        Assert.True(system.IsOneZone.IsTrue);
        Assert.Equal(["s3://pwb-research-data/"], system.DataRepositories.Value);
        Assert.True(system.EndpointIps.Value.IsEmpty && system.RouteTables.Value.IsEmpty);
    }

    [Fact]
    public void Efs_as_recorded()
    {
        var system = good.Snapshot.Of<FileSystem>(Efs);
        Assert.Equal((null, "elastic", null, null, "ENABLED"), (system.StorageType.Value, system.ThroughputMode.Value, system.MountName.Value, system.BackupRetentionDays.Value, system.BackupPolicy.Value));
        Assert.True(system.IsOneZone.IsFalse);
        Assert.Empty(system.DataRepositories.Value);
    }

    [Fact]
    public void Access_point()
    {
        var point = good.Snapshot.Of<AccessPoint>("fsap-0a1b2c3d4e5f60718");
        Assert.Equal((Efs, "/", null), (point.FileSystem.Value.Id, point.RootDirectory.Value, point.PosixUser.Value));
    }

    [Fact]
    public async Task Multi_zone_openzfs_has_a_floating_address_and_route_tables()
    {
        var system = await System("""
            "FileSystemType":"OPENZFS","StorageType":"SSD","OpenZFSConfiguration":{"DeploymentType":"MULTI_AZ_1","AutomaticBackupRetentionDays":0,
            "EndpointIpAddress":"198.19.255.1","RouteTableIds":["rtb-2","rtb-1"]}
            """);

        Assert.True(system.IsOneZone.IsFalse);
        Assert.Equal(["198.19.255.1"], system.EndpointIps.Value);
        Assert.Equal([new("rtb-1"), new("rtb-2")], system.RouteTables.Value);
        Assert.Equal(0, system.BackupRetentionDays.Value);
        Assert.Empty(system.DataRepositories.Value);
    }

    [Fact]
    public async Task Multi_zone_openzfs_without_its_address_is_not_without_one()
    {
        var system = await System("""
            "FileSystemType":"OPENZFS","StorageType":"SSD","OpenZFSConfiguration":{"DeploymentType":"MULTI_AZ_1"}
            """);

        Assert.Contains("EndpointIpAddress", system.EndpointIps.Gap!.Detail, StringComparison.Ordinal);
        Assert.Contains("RouteTableIds", system.RouteTables.Gap!.Detail, StringComparison.Ordinal);
        Assert.Contains("AutomaticBackupRetentionDays", system.BackupRetentionDays.Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Multi_zone_ontap_has_the_addresses_of_its_virtual_machines()
    {
        await using var aws = Answering(Ontap).Answer("fsx:DescribeStorageVirtualMachines", $$"""
            {"StorageVirtualMachines":[{"StorageVirtualMachineId":"svm-1","FileSystemId":"{{Id}}","Lifecycle":"CREATED","Endpoints":{"Nfs":{"IpAddresses":["198.19.1.9"]} } },
            {"StorageVirtualMachineId":"svm-2","FileSystemId":"fs-other","Lifecycle":"CREATED","Endpoints":{"Nfs":{"IpAddresses":["198.19.2.9"]} } }]}
            """);

        Assert.Equal(["198.19.1.9"], (await RecordedScan.Run(aws)).Of<FileSystem>(Id).EndpointIps.Value);
    }

    [Fact]
    public async Task Multi_zone_ontap_whose_virtual_machines_are_refused_is_not_without_addresses()
    {
        await using var aws = Answering(Ontap).With("fsx:DescribeStorageVirtualMachines", Trouble.Denied);

        Assert.Equal("allow fsx:DescribeStorageVirtualMachines", (await RecordedScan.Run(aws)).Of<FileSystem>(Id).EndpointIps.Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Deployment_type_of_an_unknown_name_is_neither_in_one_zone_nor_in_two()
    {
        var system = await System("""
            "FileSystemType":"WINDOWS","StorageType":"SSD","WindowsConfiguration":{"DeploymentType":"ORBITAL_1","AutomaticBackupRetentionDays":7}
            """);

        Assert.True(system.IsOneZone.IsUnknown);
    }

    [Fact]
    public async Task Scratch_has_no_backups_and_its_own_older_link()
    {
        await using var aws = Answering("""
            "FileSystemType":"LUSTRE","StorageType":"SSD","LustreConfiguration":{"DeploymentType":"SCRATCH_2","MountName":"abcd",
            "DataRepositoryConfiguration":{"ImportPath":"s3://in","ExportPath":"s3://in/out"} }
            """).Answer("fsx:DescribeDataRepositoryAssociations", $$"""
            {"Associations":[{"AssociationId":"dra-1","FileSystemId":"{{Id}}","Lifecycle":"DELETING","DataRepositoryPath":"s3://gone"}]}
            """);

        var system = (await RecordedScan.Run(aws)).Of<FileSystem>(Id);

        Assert.Equal(0, system.BackupRetentionDays.Value);
        Assert.Equal(["s3://in", "s3://in/out"], system.DataRepositories.Value);
    }

    [Fact]
    public async Task File_cache()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("fsx:DescribeFileCaches", """
            {"FileCaches":[{"FileCacheId":"fc-0a1b2c3d4e5f60718","FileCacheType":"LUSTRE","Lifecycle":"AVAILABLE","StorageCapacity":1200,"CreationTime":1772006400.0,
            "VpcId":"vpc-1","SubnetIds":["subnet-1"],"NetworkInterfaceIds":["eni-1"],"LustreConfiguration":{"DeploymentType":"CACHE_1","MountName":"mnt"} }]}
            """).Answer("fsx:DescribeDataRepositoryAssociations", """
            {"Associations":[{"AssociationId":"dra-1","FileCacheId":"fc-0a1b2c3d4e5f60718","Lifecycle":"AVAILABLE","DataRepositoryPath":"nfs://filer/x"}]}
            """);

        var snapshot = await RecordedScan.Run(aws);
        var cache = snapshot.Of<FileSystem>("fc-0a1b2c3d4e5f60718");

        Assert.Equal((FileSystemType.FileCache, "mnt", 1200), (cache.Type.Value, cache.MountName.Value, cache.CapacityGiB.Value));
        Assert.Equal(["nfs://filer/x"], cache.DataRepositories.Value);
        Assert.Empty(snapshot.Of<FileSystem>(Lustre).DataRepositories.Value);
    }

    [Fact]
    public async Task Volumes_of_both_kinds()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("fsx:DescribeVolumes", $$"""
            {"Volumes":[{"VolumeId":"fsvol-1","VolumeType":"OPENZFS","FileSystemId":"{{Id}}","Name":"home","Lifecycle":"AVAILABLE","OpenZFSConfiguration":{"VolumePath":"fsx/home",
            "StorageCapacityQuotaGiB":500,"NfsExports":[{"ClientConfigurations":[{"Clients":"10.0.0.0/8","Options":["rw","no_root_squash"]}]}]} },
            {"VolumeId":"fsvol-2","VolumeType":"ONTAP","FileSystemId":"{{Id}}","Name":"vol","OntapConfiguration":{"JunctionPath":"/vol","SizeInMegabytes":10240} },
            {"VolumeId":"fsvol-3","VolumeType":"ONTAP","FileSystemId":"{{Id}}","OntapConfiguration":{"SizeInMegabytes":10240} }]}
            """);

        var snapshot = await RecordedScan.Run(aws);
        var (zfs, ontap) = (snapshot.Of<StorageVolume>("fsvol-1"), snapshot.Of<StorageVolume>("fsvol-2"));

        Assert.Equal((FileSystemType.OpenZfs, "/fsx/home", 500, Id), (zfs.Type.Value, zfs.Path.Value, zfs.QuotaGiB.Value, zfs.FileSystem.Value!.Value.Id));
        Assert.Equal(["10.0.0.0/8: rw, no_root_squash"], zfs.NfsExports.Value);
        Assert.Equal(("/vol", 10), (ontap.Path.Value, ontap.QuotaGiB.Value));
        Assert.Null(snapshot.Of<StorageVolume>("fsvol-3").Path.Value);
    }

    [Fact]
    public async Task Efs_without_a_backup_policy_has_none()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("elasticfilesystem:DescribeBackupPolicy", 404, "PolicyNotFound");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Null(snapshot.Of<FileSystem>(Efs).BackupPolicy.Value);
    }

    [Fact]
    public async Task Efs_that_is_not_found_is_not_without_a_backup_policy()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse("elasticfilesystem:DescribeBackupPolicy", 404, "FileSystemNotFound");

        Assert.Equal(GapCause.Failed, (await RecordedScan.Run(aws)).Of<FileSystem>(Efs).BackupPolicy.Gap!.Cause);
    }

    [Theory]
    [InlineData("HTTP", true, false)]
    [InlineData("GENEVE", true, false)]
    [InlineData("TCP", false, false)]
    [InlineData("TLS", false, false)]
    [InlineData("TCP_UDP", false, false)]
    public async Task Client_address_that_an_answer_does_not_speak_of(string protocol, bool isFalse, bool isTrue)
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer("elasticloadbalancing:DescribeTargetGroups", Query("DescribeTargetGroups", $"""
                <TargetGroups><member><TargetGroupArn>{GoodScan.Ssh}</TargetGroupArn><TargetGroupName>t</TargetGroupName><Protocol>{protocol}</Protocol><Port>22</Port><TargetType>instance</TargetType></member></TargetGroups>
                """))
            .Answer("elasticloadbalancing:DescribeTargetGroupAttributes", Query("DescribeTargetGroupAttributes",
                "<Attributes><member><Key>stickiness.enabled</Key><Value>false</Value></member></Attributes>"));

        var preserves = (await RecordedScan.Run(aws)).Of<TargetGroup>(GoodScan.Ssh).PreservesClientIp;

        Assert.Equal((isFalse, isTrue), (preserves.IsFalse, preserves.IsTrue));
    }

    private const string Ontap = """
        "FileSystemType":"ONTAP","StorageType":"SSD","OntapConfiguration":{"DeploymentType":"MULTI_AZ_1","AutomaticBackupRetentionDays":7,"RouteTableIds":["rtb-1"]}
        """;

    private static RecordedAws Answering(string system) => new RecordedAws("parallelcluster-good").Answer("fsx:DescribeFileSystems",
        $$"""{"FileSystems":[{"FileSystemId":"{{Id}}","CreationTime":1772006400.0,"SubnetIds":["subnet-1"],{{system}} }]}""");

    private static async Task<FileSystem> System(string system)
    {
        await using var aws = Answering(system);
        return (await RecordedScan.Run(aws)).Of<FileSystem>(Id);
    }

    private static string Query(string operation, string result) =>
        $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>";
}
