using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Two VPCs, and what joins them.</summary>
public sealed class PeeringTests
{
    private static NetworkWorld Peered(string status = "active", bool withinRegion = true, string rule = "in tcp 5432-5432 sg-app") => NetworkWorld.AppAndDatabase().With(
        new VpcSpec("vpc-2", "10.1.0.0/16"),
        new SubnetSpec("subnet-other", "vpc-2", "b", "10.1.2.0/24"),
        new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "10.1.0.0/16 pcx-1"),
        new TableSpec("rtb-other", "vpc-2", true, [], "10.1.0.0/16 local", "10.0.0.0/16 pcx-1"),
        new AclSpec("acl-other", "vpc-2", ["subnet-other"], "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"),
        new GroupSpec("sg-db", "vpc-2", rule),
        new PeeringSpec("pcx-1", "vpc-2", "vpc-1", status, withinRegion),
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-2", ["subnet-other"], ["sg-db"], ["b"]));

    private static Reachability Reach(NetworkWorld world)
    {
        var environment = world.Build();
        return environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!, "tcp", 5432);
    }

    [Theory]
    [InlineData("in tcp 5432-5432 sg-app")]
    [InlineData("in tcp 5432-5432 10.0.1.0/24")]
    public void Active_peering_carries_traffic_and_group_references(string rule)
    {
        var reach = Reach(Peered(rule: rule));
        Assert.True(reach.Answer.IsTrue, reach.Reason);
        Assert.Equal(["rtb-1", "rtb-other"], reach.Path.Hops.Select(h => h.Element).Take(2));
        Assert.Equal("routes 10.1.2.0/24 to pcx-1", reach.Path.Hops[0].Text);
    }

    [Theory]
    [InlineData("pending-acceptance")]
    [InlineData("deleted")]
    public void Peering_that_is_not_active_carries_nothing(string status)
    {
        var reach = Reach(Peered(status));
        Assert.True(reach.Answer.IsFalse);
        Assert.Equal(("rtb-1", "routes 10.1.2.0/24 to pcx-1, which does not lead there; no active peering joins vpc-1 and vpc-2"), (reach.Blocker, reach.Path.Hops[^1].Text));
    }

    [Fact]
    public void Where_a_peering_joins_the_two_the_route_is_what_lacks()
    {
        var reach = Reach(Peered().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "10.1.0.0/16 igw-1")));
        Assert.Equal(("routes 10.1.2.0/24 to igw-1, which does not lead there", "add a route to 10.1.2.0/24 in rtb-1 by pcx-1"), (reach.Path.Hops[^1].Text, reach.Fix));
    }

    [Fact]
    public void Whether_a_peering_joins_the_two_is_not_said_where_that_was_not_seen() =>
        Assert.Equal("add a route to 10.1.2.0/24 in rtb-1", Reach(Peered().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "10.1.0.0/16 igw-1")).Hide("pcx-1", "Status")).Fix);

    [Fact]
    public void Peering_does_not_lead_on_to_a_third_vpc() => Assert.Equal("rtb-1", Reach(Peered().With(new PeeringSpec("pcx-1", "vpc-1", "vpc-3"))).Blocker);

    [Fact]
    public void Answers_need_the_way_back_too() => Assert.Equal("rtb-other",
        Reach(Peered().With(new TableSpec("rtb-other", "vpc-2", true, [], "10.1.0.0/16 local", "10.0.0.0/16 pcx-9"), new PeeringSpec("pcx-9", "vpc-2", "vpc-9"))).Blocker);

    [Fact]
    public void Group_of_another_region_is_none()
    {
        Assert.Equal("sg-db", Reach(Peered(withinRegion: false)).Blocker);
        Assert.True(Reach(Peered(withinRegion: false, rule: "in tcp 5432-5432 10.0.0.0/16")).Answer.IsTrue);
    }

    [Fact]
    public void Group_of_a_vpc_that_no_peering_joins_may_count()
    {
        var reach = Reach(Peered().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "10.1.0.0/16 tgw-1"),
            new TableSpec("rtb-other", "vpc-2", true, [], "10.1.0.0/16 local", "10.0.0.0/16 tgw-1"), new PeeringSpec("pcx-1", "vpc-8", "vpc-9")));
        Assert.True(reach.Answer.IsUnknown);
    }

    [Theory]
    [InlineData("Status")]
    [InlineData("Requester")]
    [InlineData("Accepter")]
    [InlineData("IsWithinRegion")]
    public void Hidden_property_is_the_gap(string property)
    {
        var answer = Reach(Peered().Hide("pcx-1", property)).Answer;
        Assert.True(answer.IsUnknown);
        Assert.Equal($"pcx-1.{property}", answer.Gap.Action);
    }

    [Fact]
    public void Region_does_not_matter_where_no_rule_names_a_group() =>
        Assert.True(Reach(Peered(rule: "in tcp 5432-5432 10.0.1.7/32").Hide("pcx-1", "IsWithinRegion").Deny<PeeringConnection>()).Answer.IsTrue);

    [Fact]
    public void Denied_listing_is_the_gap()
    {
        var answer = Reach(Peered().Deny<PeeringConnection>("pcx-1")).Answer;
        Assert.True(answer.IsUnknown);
        Assert.Equal("list:PeeringConnection", answer.Gap.Action);
    }

    [Theory]
    [InlineData("active", true)]
    [InlineData("failed", false)]
    public void Block_behind_a_peering_is_not_followed_and_a_dead_one_stops(string status, bool isOpen)
    {
        var environment = Peered(status).Build();
        var reach = environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, Cidr.Parse("10.1.2.9/32")!.Value, "tcp", 5432);
        Assert.Equal((isOpen, !isOpen), (reach.Answer.IsUnknown, reach.Answer.IsFalse));
    }
}
