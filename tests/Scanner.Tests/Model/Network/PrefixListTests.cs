using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Prefix lists in rules and routes stand for their blocks.</summary>
public sealed class PrefixListTests
{
    private static Reachability Reach(NetworkWorld world, string from = "i-app")
    {
        var environment = world.Build();
        NetworkEndpoint client = from == "pool" ? environment.Graph.Find<NodeGroup>("pool")! : environment.Graph.Find<ComputeInstance>("i-app")!;
        return environment.Network.CanReach(client, environment.Graph.Find<Database>("db")!, "tcp", 5432);
    }

    private static NetworkWorld Admitting(string[] entries, params string[] rules) =>
        NetworkWorld.AppAndDatabase().With(new ListSpec("pl-1", entries), new GroupSpec("sg-db", "vpc-1", [.. rules, "in tcp 5432-5432 pl-1"]));

    private static NetworkWorld Routing(params string[] routes) => NetworkWorld.AppAndDatabase().With(
        new ListSpec("pl-1", "10.0.2.0/24"), new ListSpec("pl-2", "10.0.0.0/8"), new TableSpec("rtb-1", "vpc-1", true, [], routes));

    [Fact]
    public void Rule_admits_what_the_list_contains()
    {
        Assert.True(Reach(Admitting(["10.9.0.0/16", "10.0.1.0/28"])).Answer.IsTrue);
        Assert.Equal("sg-db", Reach(Admitting(["10.9.0.0/16"])).Blocker);
        Assert.Equal("sg-db", Reach(Admitting([])).Blocker);
    }

    [Fact]
    public void List_and_block_cover_a_pool_together()
    {
        Assert.True(Reach(Admitting(["10.0.1.0/25"]), "pool").Answer.IsUnknown);
        Assert.True(Reach(Admitting(["10.0.1.0/25"], "in tcp 5432-5432 10.0.1.128/25"), "pool").Answer.IsTrue);
    }

    [Fact]
    public void What_decided_names_the_entries()
    {
        var environment = Admitting(["10.0.1.0/28"]).Build(named: true);
        var ledger = Ledger.Open();
        try
        {
            Assert.True(environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!, "tcp", 5432).Answer.IsTrue);
            Assert.Contains("pl-1.entries", ledger.Readings.Select(r => r.ToString()));
        }
        finally
        {
            ledger.Close();
        }
    }

    [Fact]
    public void Route_to_a_list_is_a_route_to_its_blocks()
    {
        Assert.Equal("rtb-1", Reach(Routing("10.0.1.0/24 local")).Blocker);
        Assert.True(Reach(Routing("10.0.1.0/24 local", "pl-1 tgw-1")).Answer.IsUnknown);
        Assert.Equal("rtb-1", Reach(Routing("10.0.1.0/24 local", "pl-1 pcx-1 blackhole")).Blocker);
    }

    [Fact]
    public void Inside_the_vpc_only_an_appliance_comes_before_local()
    {
        Assert.True(Reach(Routing("10.0.0.0/16 local", "pl-1 eni-fw")).Answer.IsUnknown);
        Assert.True(Reach(Routing("10.0.0.0/16 local", "pl-1 tgw-1")).Answer.IsTrue);
        Assert.True(Reach(Routing("10.0.0.0/16 local", "pl-2 eni-fw")).Answer.IsTrue);
    }

    [Fact]
    public void Block_comes_before_the_same_block_of_a_list() =>
        Assert.Equal("rtb-1", Reach(Routing("10.0.1.0/24 local", "pl-1 tgw-1", "10.0.2.0/24 eni-gone blackhole")).Blocker);

    [Fact]
    public void Of_lists_that_overlap_nobody_knows_which_one_wins()
    {
        Assert.True(Reach(Routing("10.0.1.0/24 local", "pl-1 eni-gone blackhole", "pl-2 tgw-1")).Answer.IsUnknown);
        Assert.Equal("rtb-1", Reach(Routing("10.0.1.0/24 local", "pl-1 eni-gone blackhole", "pl-2 eni-gone blackhole")).Blocker);
    }

    [Fact]
    public void Unread_list_in_a_route_is_the_gap()
    {
        var answer = Reach(Routing("10.0.1.0/24 local", "0.0.0.0/0 nat-1", "pl-1 tgw-1").Hide("pl-1", "Entries")).Answer;
        Assert.True(answer.IsUnknown);
        Assert.Equal("pl-1.Entries", answer.Gap.Action);
    }

    [Fact]
    public void List_of_everywhere_makes_a_subnet_public()
    {
        Assert.True(IsPublic(Routing("10.0.0.0/16 local", "pl-3 igw-1").With(new ListSpec("pl-3", "0.0.0.0/0"))).IsTrue);
        Assert.True(IsPublic(Routing("10.0.0.0/16 local", "pl-2 igw-1")).IsFalse);
        Assert.True(IsPublic(Routing("10.0.0.0/16 local", "pl-2 igw-1").Hide("pl-2", "Entries")).IsUnknown);
        Assert.True(IsPublic(Routing("10.0.0.0/16 local", "pl-2 nat-1").Hide("pl-2", "Entries")).IsFalse);

        static Truth IsPublic(NetworkWorld world)
        {
            var environment = world.Build();
            return environment.Network.IsPublic(environment.Graph.Find<Subnet>("subnet-app")!);
        }
    }
}
