using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class MachineImageCollectorTests
{
    private const string Id = "ami-0d1c2b3a4f5e60718", Action = "ec2:DescribeImages";

    [Fact]
    public async Task Image_is_what_ec2_says_and_is_asked_for_once()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var image = (await RecordedScan.Run(aws)).Of<MachineImage>(Id);

        Assert.Equal(("pwb-alinux2023", "123456789012", null, "available"), (image.Name.Value, image.Owner.Value, image.OwnerAlias.Value, image.State.Value));
        Assert.Equal(new DateTimeOffset(2026, 2, 20, 10, 15, 30, TimeSpan.Zero), image.CreatedAt.Value);
        Assert.Equal(new DateTimeOffset(2028, 2, 20, 10, 15, 0, TimeSpan.Zero), image.DeprecatedAt.Value);
        Assert.True(image.IsParallelClusterOfficial.IsFalse);
        Assert.Single(aws.Requests, r => r.Action == Action);
    }

    [Fact]
    public async Task All_pages_are_asked_for_and_what_is_missing_is_a_gap()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Action, Page($"<item><imageId>{Id}</imageId><imageState>available</imageState><imageOwnerId>1</imageOwnerId><imageOwnerAlias>amazon</imageOwnerAlias><name>aws-parallelcluster-3.12.0-amzn2023</name><creationDate>soon</creationDate><deprecationTime>later</deprecationTime></item>", "images-2"))
            .Answer($"{Action}.images-2", Page("<item><imageId>ami-2</imageId></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (one, other) = (snapshot.Of<MachineImage>(Id), snapshot.Of<MachineImage>("ami-2"));

        Assert.True(one.IsParallelClusterOfficial.IsTrue);
        Assert.Null(other.DeprecatedAt.Value);
        Assert.All([(one.CreatedAt.Gap!, "CreationDate"), (one.DeprecatedAt.Gap!, "DeprecationTime"), (other.Owner.Gap!, "OwnerId"), (other.State.Gap!, "State")],
            g => Assert.Contains(g.Item2, g.Item1.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Image_that_was_deregistered_is_not_there_and_no_call_fails_for_it()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Action, Page(""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Equal(GapCause.Hidden, new ResourceGraph(snapshot).Resolve(new Ref<MachineImage>(Id), [GoodScan.Scope]).Gap!.Cause);
    }

    [Fact]
    public async Task Where_none_is_named_none_is_asked_for_and_none_is_missing()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer("ec2:DescribeInstances", Ec2Page.Of("DescribeInstances", "reservationSet", ""))
            .Answer("ec2:DescribeLaunchTemplateVersions", Ec2Page.Of("DescribeLaunchTemplateVersions", "launchTemplateVersionSet", ""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(aws.Actions.Intersect([Action, "ec2:DescribeInstanceTypes", "ec2:DescribeInstanceStatus"]));
        Assert.Null(new ResourceGraph(snapshot).Of<MachineImage>([GoodScan.Scope]).Unlisted);
    }

    [Theory]
    [InlineData("ec2:DescribeInstances")]
    [InlineData("ec2:DescribeLaunchTemplateVersions")]
    [InlineData(Action)]
    public async Task Without_one_of_the_calls_images_may_be_missing(string action)
    {
        await using var aws = new RecordedAws("parallelcluster-good").With(action, Trouble.Denied);

        var gap = new ResourceGraph(await RecordedScan.Run(aws)).Of<MachineImage>([GoodScan.Scope]).Unlisted;

        Assert.Equal((action, nameof(MachineImage)), (gap!.Action, gap.Kind));
    }

    private static string Page(string items, string? next = null) => Ec2Page.Of("DescribeImages", "imagesSet", items, next);
}
