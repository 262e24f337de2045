using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class EbsVolumeCollectorTests
{
    private const string Action = "ec2:DescribeVolumes", Instances = "ec2:DescribeInstances", Head = "i-0aaa0000000000001";

    [Fact]
    public async Task Volume_is_what_ec2_says()
    {
        await using var aws = new RecordedAws("parallelcluster-everything");

        var snapshot = await RecordedScan.Run(aws);
        var (data, root) = (snapshot.Of<StorageVolume>("vol-0a5e0000000000001"), snapshot.Of<StorageVolume>("vol-0aaa0000000000001"));

        Assert.Equal((FileSystemType.Ebs, "in-use", 500, "scratch", null, null), (data.Type.Value, data.Lifecycle.Value, data.QuotaGiB.Value, data.Name.Value, data.FileSystem.Value, data.Path.Value));
        Assert.Equal("cloudformation/pwb/EBS0", data.Key);
        Assert.Equal([new(Head)], data.Instances.Value);
        Assert.Empty(data.NfsExports.Value);
        Assert.True(data.IsEncrypted.IsFalse && root.IsEncrypted.IsTrue);
    }

    [Fact]
    public async Task Those_of_head_and_login_nodes_are_asked_for_in_one_call()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        await RecordedScan.Run(aws);

        var asked = Assert.Single(aws.Requests, r => r.Action == Action).Values.Where(v => v.StartsWith("i-", StringComparison.Ordinal));
        Assert.Equal([Head, "i-0bbb0000000000001", "i-0bbb0000000000002"], asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_pages_are_asked_for_and_what_is_missing_is_a_gap()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Action, Page("<item><volumeId>vol-1</volumeId><size>8</size><status>in-use</status><attachmentSet><item><instanceId>i-1</instanceId></item></attachmentSet><encrypted>true</encrypted></item>", "volumes-2"))
            .Answer($"{Action}.volumes-2", Page("<item><volumeId>vol-2</volumeId><attachmentSet/></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (one, other) = (snapshot.Of<StorageVolume>("vol-1"), snapshot.Of<StorageVolume>("vol-2"));

        Assert.Equal((8, "vol-1"), (one.QuotaGiB.Value, one.Key));
        Assert.All([(other.QuotaGiB.Gap!, "Size"), (other.Lifecycle.Gap!, "State"), (other.Instances.Gap!, "Attachments.InstanceId"), (other.IsEncrypted.Gap, "Encrypted")],
            g => Assert.Contains(g.Item2, g.Item1.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_node_is_told_nothing_is_asked_and_none_is_missing()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Instances, Ec2Page.Of("DescribeInstances", "reservationSet", ""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.DoesNotContain(Action, aws.Actions);
        Assert.Null(new ResourceGraph(snapshot).Of<StorageVolume>([GoodScan.Scope]).Unlisted);
    }

    [Theory, InlineData(Action), InlineData(Instances)]
    public async Task Refusal_leaves_the_list_incomplete(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.Denied);

        var snapshot = await RecordedScan.Run(aws);

        Assert.Equal($"allow {action}", new ResourceGraph(snapshot).Of<StorageVolume>([GoodScan.Scope]).Unlisted!.Remedy.ToString());
    }

    private static string Page(string items, string? next = null) => Ec2Page.Of("DescribeVolumes", "volumeSet", items, next);
}
