using Scanner.Model;

namespace Scanner.Tests.Collect;

public sealed class PeeringConnectionCollectorTests
{
    private const string Action = "ec2:DescribeVpcPeeringConnections";

    [Fact]
    public async Task Peering_is_what_ec2_says()
    {
        await using var aws = new RecordedAws("parallelcluster-good");

        var peering = (await RecordedScan.Run(aws)).Of<PeeringConnection>("pcx-0a1b2c3d4e5f60718");

        Assert.Equal(("vpc-0a1b2c3d4e5f60718", "vpc-0d1e2c3d4e5f60719", "active", "directory"), (peering.Requester.Value.Id, peering.Accepter.Value.Id, peering.Status.Value, peering.Name.Value));
        Assert.True(peering.IsWithinRegion.IsTrue);
    }

    [Fact]
    public async Task All_pages_are_asked_for_and_what_is_missing_is_a_gap()
    {
        await using var aws = new RecordedAws("parallelcluster-good")
            .Answer(Action, Page("<item><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><requesterVpcInfo><vpcId>vpc-1</vpcId><region>eu-west-1</region></requesterVpcInfo><accepterVpcInfo><vpcId>vpc-2</vpcId><region>us-east-1</region></accepterVpcInfo><status><code>pending-acceptance</code></status></item>", "peers-2"))
            .Answer($"{Action}.peers-2", Page("<item><vpcPeeringConnectionId>pcx-2</vpcPeeringConnectionId><requesterVpcInfo><vpcId>vpc-1</vpcId></requesterVpcInfo><accepterVpcInfo><region>us-east-1</region></accepterVpcInfo></item>"));

        var snapshot = await RecordedScan.Run(aws);
        var (one, other) = (snapshot.Of<PeeringConnection>("pcx-1"), snapshot.Of<PeeringConnection>("pcx-2"));

        Assert.True(one.IsWithinRegion.IsFalse);
        Assert.Equal(("pending-acceptance", "vpc-1"), (one.Status.Value, other.Requester.Value.Id));
        Assert.All([(other.IsWithinRegion.Gap, "RequesterVpcInfo.Region"), (other.Accepter.Gap!, "AccepterVpcInfo.VpcId"), (other.Status.Gap!, "Status.Code")],
            g => Assert.Contains(g.Item2, g.Item1.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_is_none()
    {
        await using var aws = new RecordedAws("parallelcluster-good").Answer(Action, Page(""));

        var snapshot = await RecordedScan.Run(aws);

        Assert.Empty(snapshot.Gaps);
        Assert.Null(new ResourceGraph(snapshot).Of<PeeringConnection>([GoodScan.Scope]).Unlisted);
    }

    private static string Page(string items, string? next = null) => Ec2Page.Of("DescribeVpcPeeringConnections", "vpcPeeringConnectionSet", items, next);
}
