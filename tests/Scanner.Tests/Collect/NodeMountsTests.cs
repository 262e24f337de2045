using System.Text;
using Scanner.Model;

namespace Scanner.Tests.Collect;

/// <summary>What ParallelCluster's user data and metadata say of mounts, and what is said where they do not.</summary>
public sealed class NodeMountsTests
{
    private const string Queue = $"{GoodScan.Cluster}/queue/cpu/c6i";
    private const string Login = $"{GoodScan.Cluster}/login/login";
    private const string Head = $"{GoodScan.Cluster}/head";

    [Fact]
    public async Task Older_clusters_carry_the_document_in_the_user_data()
    {
        await using var aws = new RecordedAws("parallelcluster-old");

        var snapshot = await RecordedScan.Run(aws);

        Assert.All((string[])[Queue, Login, Head], group => Assert.Equal(
            [new("/home", FileSystemType.OpenZfs, "fsvol-0a1b2c3d4e5f60718"), new("/opt/rstudio", FileSystemType.Efs, "fs-0fedcba9876543210")],
            snapshot.Of<NodeGroup>(group).Mounts.Value));
        Assert.Equal(["HeadNodeLaunchTemplate"], aws.Requests.Where(r => r.Operation == "DescribeStackResource").SelectMany(r => r.Values).Where(v => v.Contains("LaunchTemplate", StringComparison.Ordinal)));
        Assert.DoesNotContain("never-to-be-kept", snapshot.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mounts_are_what_the_provider_stores_and_not_what_is_seen_live()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var observed = (await RecordedScan.Run(aws)).Observations.Where(o => o.Evidence.Action == "cloudformation:DescribeStackResource").ToList();

        Assert.Equal([Head, Login, Queue, $"{GoodScan.Cluster}/queue/gpu/g5"], observed.Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.All(observed, o => Assert.Equal(Plane.LiveDeclared, o.Evidence.Plane));
    }

    [Fact]
    public async Task User_data_that_tells_nothing_is_a_matter_of_the_node()
    {
        await using var aws = Templates(Base64("#!/bin/bash\nexport TOKEN=never-to-be-kept\n"));

        var snapshot = await RecordedScan.Run(aws);
        var gap = snapshot.Of<NodeGroup>(Queue).Mounts.Gap!;

        Assert.Equal((GapCause.Hidden, RemedyKind.Probe), (gap.Cause, gap.Remedy.Kind));
        Assert.DoesNotContain("never-to-be-kept", snapshot.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData(null)]
    public async Task User_data_that_cannot_be_read_is_named(string? data)
    {
        await using var aws = Templates(data);

        var gap = (await RecordedScan.Run(aws)).Of<NodeGroup>(Queue).Mounts.Gap!;

        Assert.Equal((GapCause.Unsupported, "ec2:DescribeLaunchTemplateVersions answered without a usable UserData"), (gap.Cause, gap.Detail));
    }

    [Fact]
    public async Task Document_that_cannot_be_read_is_not_shown()
    {
        await using var aws = Templates(Base64("write_files:\n  - path: /tmp/dna.json\n    content: |\n      {\"password\": never-to-be-kept\n"));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal("ec2:DescribeLaunchTemplateVersions answered without a usable dna.json", snapshot.Of<NodeGroup>(Queue).Mounts.Gap!.Detail);
        Assert.DoesNotContain("never-to-be-kept", snapshot.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_without_metadata_is_a_gap_of_its_group_alone()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("cloudformation:DescribeStackResource.HeadNodeLaunchTemplate",
            "<DescribeStackResourceResponse><DescribeStackResourceResult><StackResourceDetail><StackName>pwb</StackName></StackResourceDetail></DescribeStackResourceResult></DescribeStackResourceResponse>");

        var snapshot = await RecordedScan.Run(aws);

        Assert.Contains("StackResourceDetail.Metadata", snapshot.Of<NodeGroup>(Head).Mounts.Gap!.Detail, StringComparison.Ordinal);
        Assert.Single(snapshot.Gaps);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static RecordedAws Templates(string? data) => new RecordedAws("parallelcluster-good").Answer("ec2:DescribeLaunchTemplateVersions.$Latest", $"""
        <DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet><item><launchTemplateId>lt-1</launchTemplateId><launchTemplateData>
        <imageId>ami-1</imageId><instanceType>c6i.4xlarge</instanceType>{(data is null ? "" : $"<userData>{data}</userData>")}
        <networkInterfaceSet><item><subnetId>subnet-1</subnetId><groupSet><groupId>sg-1</groupId></groupSet></item></networkInterfaceSet>
        <tagSpecificationSet><item><resourceType>instance</resourceType><tagSet>
        <item><key>parallelcluster:cluster-name</key><value>pwb</value></item><item><key>parallelcluster:queue-name</key><value>cpu</value></item>
        <item><key>parallelcluster:compute-resource-name</key><value>c6i</value></item></tagSet></item></tagSpecificationSet>
        </launchTemplateData></item></launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>
        """);
}
