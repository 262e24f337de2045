using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>Listings of JSON services: in several pages, empty, throttled at first, and with one field missing.</summary>
public sealed class ListingTests
{
    private static readonly Dictionary<string, (string Kind, string Items, string First, string Second)> s_listings = new(StringComparer.Ordinal)
    {
        ["ds:DescribeDirectories"] = (nameof(UserDirectory), "DirectoryDescriptions",
            """{"DirectoryId":"d-1","Name":"corp.example.com","Type":"MicrosoftAD","Stage":"Active","DnsIpAddrs":["10.20.1.2","10.20.1.1"],"VpcSettings":{"VpcId":"vpc-1"}}""",
            """{"DirectoryId":"d-2","Name":"old.example.com","Type":"ADConnector","Stage":"Impaired","DnsIpAddrs":["192.168.1.1"],"ConnectSettings":{"VpcId":"vpc-2"}}"""),
        ["elasticfilesystem:DescribeAccessPoints"] = (nameof(AccessPoint), "AccessPoints",
            """{"AccessPointId":"fsap-1","FileSystemId":"fs-1","RootDirectory":{"Path":"/a"},"PosixUser":{"Uid":1001,"Gid":1001}}""",
            """{"AccessPointId":"fsap-2","FileSystemId":"fs-1","RootDirectory":{"Path":"/b"}}"""),
        ["fsx:DescribeVolumes"] = (nameof(StorageVolume), "Volumes",
            """{"VolumeId":"fsvol-1","VolumeType":"ONTAP","FileSystemId":"fs-1","Lifecycle":"CREATED","OntapConfiguration":{"JunctionPath":"/a","SizeInMegabytes":1024}}""",
            """{"VolumeId":"fsvol-2","VolumeType":"OPENZFS","FileSystemId":"fs-2","Lifecycle":"AVAILABLE","OpenZFSConfiguration":{"VolumePath":"/fsx"}}"""),
        ["fsx:DescribeFileCaches"] = (nameof(FileSystem), "FileCaches",
            """{"FileCacheId":"fc-1","FileCacheType":"LUSTRE","VpcId":"vpc-1","SubnetIds":["subnet-1"],"NetworkInterfaceIds":["eni-1"],"Lifecycle":"AVAILABLE","CreationTime":1772006400.0,"LustreConfiguration":{"DeploymentType":"CACHE_1","MountName":"a"}}""",
            """{"FileCacheId":"fc-2","FileCacheType":"LUSTRE","VpcId":"vpc-1","SubnetIds":["subnet-1"],"NetworkInterfaceIds":["eni-1"],"Lifecycle":"AVAILABLE","CreationTime":1772006400.0,"LustreConfiguration":{"DeploymentType":"CACHE_1","MountName":"b"}}"""),
    };

    public static TheoryData<string> Actions() => [.. s_listings.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Actions))]
    public async Task Both_pages_are_read(string action)
    {
        var (kind, items, first, second) = s_listings[action];
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(action, $$"""{"{{items}}":[{{first}}],"NextToken":"page-2"}""")
            .Answer($"{action}.page-2", $$"""{"{{items}}":[{{second}}]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal([Id(first), Id(second)], snapshot.Observations.Where(o => o.Kind == kind && o.Evidence.Action == action).Select(o => o.Id).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Second_page_that_is_not_answered_leaves_the_first_and_a_gap(string action)
    {
        var (kind, items, first, _) = s_listings[action];
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(action, $$"""{"{{items}}":[{{first}}],"NextToken":"page-2"}""").Answer($"{action}.page-2", "<html>proxy</html>");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Contains(snapshot.Observations, o => o.Kind == kind && o.Id == Id(first));
        Assert.Equal(GapCause.Failed, Assert.Single(snapshot.Coverage, c => c.Action == action).Gap!.Cause);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Empty_list_is_complete(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(action, $$"""{"{{s_listings[action].Items}}":[]}""");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Null(Assert.Single(snapshot.Coverage, c => c.Action == action).Gap);
        Assert.DoesNotContain(snapshot.Observations, o => o.Evidence.Action == action);
    }

    [Theory, MemberData(nameof(Actions))]
    public async Task Throttled_once_and_answered_then(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").Refuse(action, 400, "ThrottlingException", times: 2);

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.True(aws.Requests.Count(r => r.Action == action) > 2);
    }

    [Theory]
    [InlineData("ds:DescribeDirectories", "Type", "type")]
    [InlineData("ds:DescribeDirectories", "Stage", "stage")]
    [InlineData("elasticfilesystem:DescribeAccessPoints", "FileSystemId", "fileSystem")]
    [InlineData("elasticfilesystem:DescribeAccessPoints", "RootDirectory", "rootDirectory")]
    [InlineData("elasticfilesystem:DescribeAccessPoints", "PosixUser/Uid", "posixUser")]
    [InlineData("fsx:DescribeVolumes", "FileSystemId", "fileSystem")]
    [InlineData("fsx:DescribeVolumes", "OntapConfiguration/SizeInMegabytes", "quotaGiB")]
    [InlineData("fsx:DescribeFileCaches", "CreationTime", "createdAt")]
    [InlineData("fsx:DescribeFileCaches", "LustreConfiguration/MountName", "mountName")]
    public async Task Field_that_is_missing_is_a_gap_of_its_property_alone(string action, string field, string property)
    {
        var (_, items, first, _) = s_listings[action];
        await using var aws = new RecordedAws("parallelcluster-good").Answer(action, $$"""{"{{items}}":[{{Without(first, field)}}]}""");

        var snapshot = await RecordedScan.Run(aws);

        var facts = snapshot.Observations.Where(o => o.Id == Id(first) && o.Evidence.Action == action).SelectMany(o => o.Properties).Where(p => p.Gap is not null).ToList();
        var missing = Assert.Single(facts);
        Assert.Equal((property, GapCause.Unsupported), (missing.Name, missing.Gap!.Cause));
    }

    [Fact]
    public async Task Item_without_an_identity_makes_the_list_incomplete()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("fsx:DescribeVolumes", """{"Volumes":[{"VolumeType":"ONTAP"}]}""");

        Assert.Contains("VolumeId", Assert.Single((await RecordedScan.Run(aws)).Coverage, c => c.Action == "fsx:DescribeVolumes").Gap!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_as_it_is_told()
    {
        var (_, items, first, second) = s_listings["ds:DescribeDirectories"];
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ds:DescribeDirectories", $$"""{"{{items}}":[{{first}},{{second}}]}""");

        var snapshot = await RecordedScan.Run(aws);
        var (own, connected) = (snapshot.Of<UserDirectory>("d-1"), snapshot.Of<UserDirectory>("d-2"));

        Assert.Equal(("MicrosoftAD", "Active", "corp.example.com", "vpc-1"), (own.Type.Value, own.Stage.Value, own.Name.Value, own.Vpc.Value!.Value.Id));
        Assert.Equal(["10.20.1.1", "10.20.1.2"], own.Addresses.Value);
        Assert.Equal("vpc-2", connected.Vpc.Value!.Value.Id);
    }

    private static string Id(string item) => JsonNode.Parse(item)!.AsObject().First().Value!.GetValue<string>();

    private static string Without(string item, string field)
    {
        var whole = JsonNode.Parse(item)!;
        var path = field.Split('/');
        var place = path[..^1].Aggregate(whole, (node, name) => node[name]!);
        Assert.True(place.AsObject().Remove(path[^1]));
        return whole.ToJsonString();
    }
}
