using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Whatever could not be read leaves an open path unknown, and names the gap.</summary>
public sealed class UnseenTests
{
    private static Reachability HostToDatabase(NetworkWorld world)
    {
        var environment = world.Build();
        return environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!, "tcp", 5432);
    }

    [Theory]
    [InlineData("rtb-1", "Routes")]
    [InlineData("rtb-1", "Subnets")]
    [InlineData("rtb-1", "IsMain")]
    [InlineData("rtb-1", "Vpc")]
    [InlineData("acl-app", "Subnets")]
    [InlineData("acl-app", "Entries")]
    [InlineData("acl-db", "Entries")]
    [InlineData("sg-app", "Egress")]
    [InlineData("sg-db", "Ingress")]
    [InlineData("eni-app", "SecurityGroups")]
    [InlineData("eni-app", "Subnet")]
    [InlineData("subnet-app", "Vpc")]
    [InlineData("subnet-db", "Vpc")]
    [InlineData("subnet-db", "Cidr")]
    [InlineData("db", "Subnets")]
    [InlineData("db", "SecurityGroups")]
    [InlineData("db", "Form")]
    public void A_hidden_property_is_the_gap(string id, string property)
    {
        var answer = HostToDatabase(NetworkWorld.AppAndDatabase().Hide(id, property)).Answer;
        Assert.True(answer.IsUnknown);
        Assert.Equal($"{id}.{property}", answer.Gap.Action);
    }

    [Theory]
    [InlineData("sg-app", "Ingress")]
    [InlineData("sg-db", "Egress")]
    [InlineData("sg-db", "Vpc")]
    [InlineData("eni-app", "PrivateIps")]
    [InlineData("subnet-db", "AvailabilityZone")]
    [InlineData("db", "AvailabilityZones")]
    [InlineData("i-app", "SecurityGroups")]
    [InlineData("i-app", "NetworkInterfaces")]
    public void A_hidden_property_that_does_not_matter_changes_nothing(string id, string property) =>
        Assert.True(HostToDatabase(NetworkWorld.AppAndDatabase().Hide(id, property)).Answer.IsTrue);

    [Fact]
    public void Denied_listings_are_the_gap()
    {
        AssertGap("list:RouteTable", NetworkWorld.AppAndDatabase().Deny<RouteTable>("rtb-1"));
        AssertGap("list:NetworkAcl", NetworkWorld.AppAndDatabase().Deny<NetworkAcl>("acl-db"));
        AssertGap("list:SecurityGroup", NetworkWorld.AppAndDatabase().Deny<SecurityGroup>("sg-db"));
        AssertGap("list:Subnet", NetworkWorld.AppAndDatabase().Deny<Subnet>("subnet-db"));
        AssertGap("list:NetworkInterface", NetworkWorld.AppAndDatabase().Deny<NetworkInterface>("eni-app").Hide("i-app", "NetworkInterfaces"));

        static void AssertGap(string action, NetworkWorld world)
        {
            var answer = HostToDatabase(world).Answer;
            Assert.True(answer.IsUnknown);
            Assert.Equal(action, answer.Gap.Action);
        }
    }

    [Fact]
    public void A_host_with_one_interface_needs_no_listing_of_interfaces() =>
        Assert.True(HostToDatabase(NetworkWorld.AppAndDatabase().Deny<NetworkInterface>("eni-app")).Answer.IsTrue);

    [Fact]
    public void The_main_table_is_unknown_while_an_explicit_one_may_hide() =>
        Assert.True(HostToDatabase(NetworkWorld.AppAndDatabase().Deny<RouteTable>()).Answer.IsUnknown);

    [Fact]
    public void An_explicit_table_needs_no_complete_listing() => Assert.True(HostToDatabase(
        NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-2", "vpc-1", false, ["subnet-app"], "10.0.0.0/16 local")).Deny<RouteTable>("rtb-1")).Answer.IsTrue);

    [Fact]
    public void A_group_that_was_listed_nowhere_is_a_gap()
    {
        var answer = HostToDatabase(NetworkWorld.AppAndDatabase().With(new InterfaceSpec("eni-app", "vpc-1", "subnet-app", ["sg-gone"], ["10.0.1.7"], [], "i-app"),
            new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 10.0.1.0/24"))).Answer;
        Assert.True(answer.IsUnknown);
        Assert.Equal((GapCause.Hidden, "sg-gone"), (answer.Gap.Cause, answer.Gap.Action));
    }

    [Fact]
    public void A_sure_stop_decides_beside_a_gap()
    {
        var reach = HostToDatabase(NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1")).Deny<RouteTable>("rtb-1"));
        Assert.True(reach.Answer.IsFalse);
        Assert.Equal("sg-db", reach.Blocker);
        Assert.Null(reach.Path.Hops[0].Admits);
    }

    [Fact]
    public void An_open_group_decides_beside_an_unread_one()
    {
        var world = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-2", "vpc-1"), new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db"], ["sg-2", "sg-db"], ["b"]));
        Assert.True(HostToDatabase(world.Hide("sg-2", "Ingress")).Answer.IsTrue);
    }

    [Fact]
    public void Every_judgement_that_asks_is_told_what_decided()
    {
        var environment = NetworkWorld.AppAndDatabase().Build(named: true);
        var (host, database) = (environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!);
        var first = Readings();
        Assert.Contains("sg-db.ingress", first);
        Assert.Contains("rtb-1.routes", first);
        Assert.Equal(first, Readings());

        List<string> Readings()
        {
            var ledger = Ledger.Open();
            try
            {
                Assert.True(environment.Network.CanReach(host, database, "tcp", 5432).Answer.IsTrue);
                return [.. ledger.Readings.Select(r => r.ToString()).Order(StringComparer.Ordinal)];
            }
            finally
            {
                ledger.Close();
            }
        }
    }

    [Fact]
    public void Gaps_that_were_got_around_are_not_held_against_the_judgement()
    {
        var environment = NetworkWorld.AppAndDatabase().Hide("eni-app", "PrivateIps").Build();
        var (host, database) = (environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!);
        var ledger = Ledger.Open();
        try
        {
            Assert.True(environment.Network.CanReach(host, database, "tcp", 5432).Answer);
            Assert.Empty(ledger.Gaps);
        }
        finally
        {
            ledger.Close();
        }
    }
}
