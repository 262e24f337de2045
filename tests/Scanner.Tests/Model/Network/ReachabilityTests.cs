using Scanner.Model;

namespace Scanner.Tests.Model.Network;

public sealed class ReachabilityTests
{
    private static Reachability HostToDatabase(NetworkWorld world, int port = 5432)
    {
        var environment = world.Build();
        return environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<Database>("db")!, "tcp", port);
    }

    private static Reachability PoolToDatabase(NetworkWorld world)
    {
        var environment = world.Build();
        return environment.Network.CanReach(environment.Graph.Find<NodeGroup>("pool")!, environment.Graph.Find<Database>("db")!, "tcp", 5432);
    }

    private static void Blocked(Reachability reach, string blocker, string? fix)
    {
        Assert.True(reach.Answer.IsFalse, $"{reach.Answer.ToString()}");
        Assert.Equal(blocker, reach.Blocker);
        Assert.Equal(fix, reach.Fix);
        Assert.Equal(blocker, reach.Path.Hops[^1].Element);
        Assert.False(reach.Path.Hops[^1].Admits);
    }

    private static void Unknown(Reachability reach, string gap)
    {
        Assert.True(reach.Answer.IsUnknown, $"{reach.Reason}");
        Assert.Contains(gap, reach.Answer.Gap.ToString(), StringComparison.Ordinal);
        Assert.Null(reach.Blocker);
    }

    [Fact]
    public void Open_path_names_every_element()
    {
        var reach = HostToDatabase(NetworkWorld.AppAndDatabase());
        Assert.True(reach.Answer.IsTrue);
        Assert.True(reach.Answer.RestsOnFacts);
        Assert.Equal(["rtb-1", "acl-app", "acl-db", "acl-db", "acl-app", "sg-app", "sg-db"], reach.Path.Hops.Select(h => h.Element));
        Assert.All(reach.Path.Hops, h => Assert.True(h.Admits));
        Assert.Equal(("i-app", "db"), (reach.Path.From, reach.Path.To));
        Assert.Equal("sg-db: allows ingress tcp/5432 from sg-app", reach.Reason);
        Assert.Null(reach.Fix);
    }

    [Fact]
    public void Empty_pool_is_judged_like_a_host() => Assert.True(PoolToDatabase(NetworkWorld.AppAndDatabase()).Answer.IsTrue);

    [Fact]
    public void Other_port_is_blocked_by_the_database_group() =>
        Blocked(HostToDatabase(NetworkWorld.AppAndDatabase(), 3306), "sg-db", "allow ingress tcp/3306 from sg-app on sg-db");

    [Fact]
    public void Missing_egress_is_blocked_by_the_host_group() =>
        Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-app", "vpc-1", "out tcp 443-443 0.0.0.0/0"))), "sg-app", "allow egress tcp/5432 to sg-db on sg-app");

    [Fact]
    public void Missing_route_is_blocked_by_the_table() =>
        Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.9.0.0/16 local"))), "rtb-1", "add a route to 10.0.2.0/24 in rtb-1");

    [Fact]
    public void Black_hole_is_blocked_by_the_table() =>
        Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "10.0.2.0/24 eni-gone blackhole"))),
            "rtb-1", "replace the black hole route to 10.0.2.0/24 in rtb-1");

    [Theory]
    [InlineData("acl-app", "subnet-app", "out", "allow egress tcp/5432 to 10.0.2.0/24 in acl-app")]
    [InlineData("acl-db", "subnet-db", "in", "allow ingress tcp/5432 from 10.0.1.7 in acl-db")]
    [InlineData("acl-db", "subnet-db", "out", "allow egress tcp/1024-65535 to 10.0.1.7 in acl-db")]
    [InlineData("acl-app", "subnet-app", "in", "allow ingress tcp/1024-65535 from 10.0.2.0/24 in acl-app")]
    public void Each_direction_of_each_acl_blocks(string acl, string subnet, string closed, string fix)
    {
        var open = closed == "in" ? "out" : "in";
        Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(new AclSpec(acl, "vpc-1", [subnet], $"{open} 100 allow -1 * 0.0.0.0/0"))), acl, fix);
    }

    [Fact]
    public void The_lowest_matching_entry_wins()
    {
        var world = NetworkWorld.AppAndDatabase().With(new AclSpec("acl-db", "vpc-1", ["subnet-db"],
            "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0", "in 90 deny 6 5432-5432 10.0.1.0/24"));
        Blocked(HostToDatabase(world), "acl-db", "allow ingress tcp/5432 from 10.0.1.7 in acl-db before entry 90");
    }

    [Fact]
    public void A_deny_for_part_of_a_pool_is_unknown_and_exact_for_a_host()
    {
        var world = NetworkWorld.AppAndDatabase().With(new AclSpec("acl-db", "vpc-1", ["subnet-db"],
            "in 90 deny 6 5432-5432 10.0.1.128/25", "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"));
        Unknown(PoolToDatabase(world), "entry 90 denies part of ingress tcp/5432");
        Assert.True(HostToDatabase(world).Answer.IsTrue);
    }

    [Fact]
    public void A_deny_for_part_of_the_answer_ports_is_unknown() => Unknown(HostToDatabase(NetworkWorld.AppAndDatabase().With(new AclSpec("acl-app", "vpc-1", ["subnet-app"],
        "out 100 allow -1 * 0.0.0.0/0", "in 100 allow 6 32768-65535 0.0.0.0/0"))), "the final deny denies part of ingress tcp/1024-65535");

    [Fact]
    public void Of_two_acls_that_say_a_subnet_is_theirs_nobody_knows_which_holds() => Unknown(HostToDatabase(NetworkWorld.AppAndDatabase().With(new AclSpec("acl-more", "vpc-1", ["subnet-db"]))), "both say");

    [Fact]
    public void Acl_and_routes_do_not_matter_within_a_subnet()
    {
        var world = NetworkWorld.AppAndDatabase().With(new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-app"], ["sg-db"], ["a"]), new AclSpec("acl-app", "vpc-1", ["subnet-app"]));
        Assert.True(HostToDatabase(world).Answer.IsTrue);
    }

    [Fact]
    public void An_explicit_table_beats_the_main_one() => Blocked(
        HostToDatabase(NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-2", "vpc-1", false, ["subnet-app"], "10.9.0.0/16 local"))), "rtb-2", "add a route to 10.0.2.0/24 in rtb-2");

    [Theory]
    [InlineData("10.0.1.7/32")]
    [InlineData("10.0.1.0/24")]
    public void A_block_that_contains_the_host_admits_it(string block) =>
        Assert.True(HostToDatabase(NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", $"in 6 5000-6000 {block}"))).Answer.IsTrue);

    [Fact]
    public void Adjacent_blocks_cover_a_pool_together()
    {
        var halves = new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 10.0.1.0/25", "in tcp 5432-5432 10.0.1.128/25");
        Assert.True(PoolToDatabase(NetworkWorld.AppAndDatabase().With(halves)).Answer.IsTrue);
    }

    [Fact]
    public void Half_a_pool_is_unknown() => Unknown(
        PoolToDatabase(NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 10.0.1.0/25"))), "only part of 10.0.1.0/24");

    [Fact]
    public void A_disjoint_block_is_blocked() => Blocked(
        PoolToDatabase(NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 10.0.3.0/24"))), "sg-db", "allow ingress tcp/5432 from sg-app on sg-db");

    [Fact]
    public void Several_blocked_groups_are_fixed_together()
    {
        var world = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-app", "vpc-1"), new GroupSpec("sg-db", "vpc-1"));
        Blocked(HostToDatabase(world), "sg-app", "allow egress tcp/5432 to sg-db on sg-app; allow ingress tcp/5432 from sg-app on sg-db");
    }

    [Fact]
    public void A_group_admits_itself()
    {
        var world = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-app", "vpc-1", "in -1 * sg-app", "out -1 * sg-app"), new NodeGroupSpec("other", ["subnet-db"], ["sg-app"]));
        var environment = world.Build();
        Assert.True(environment.Network.CanReach(environment.Graph.Find<NodeGroup>("pool")!, environment.Graph.Find<NodeGroup>("other")!, "tcp", 8787).Answer.IsTrue);
    }

    [Fact]
    public void A_group_of_a_scanned_account_is_decided() => Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(
        new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 sg-9@111111111111"))), "sg-db", "allow ingress tcp/5432 from sg-app on sg-db");

    [Fact]
    public void A_group_of_another_account_is_unknown() => Unknown(HostToDatabase(NetworkWorld.AppAndDatabase().With(
        new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 sg-9@999999999999"))), "account 999999999999");

    [Fact]
    public void A_prefix_list_that_was_not_read_is_unknown_unless_another_rule_decides()
    {
        var world = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 pl-1"));
        Unknown(HostToDatabase(world), "PrefixList pl-1 is referred to");
        Unknown(HostToDatabase(world.With(new ListSpec("pl-1", "10.0.1.0/24")).Hide("pl-1", "Entries")), "pl-1.Entries");
        Assert.True(HostToDatabase(world.With(new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 pl-1", "in tcp 5432-5432 sg-app"))).Answer.IsTrue);
        Assert.True(HostToDatabase(world.With(new GroupSpec("sg-db", "vpc-1", "in tcp 22-22 pl-1"))).Answer.IsFalse);
    }

    [Theory]
    [InlineData("10.1.0.0/16 pcx-1", "PeeringConnection pcx-1 is referred to")]
    [InlineData("10.1.0.0/16 tgw-1", "ec2:SearchTransitGatewayRoutes")]
    [InlineData("10.1.0.0/16 vgw-1", "ec2:DescribeVpnGateways")]
    [InlineData("pl-1 tgw-1", "pl-1")]
    public void Another_vpc_is_unknown_where_a_route_leads_there(string route, string gap) => Unknown(HostToDatabase(OtherVpc(route, "10.0.0.0/16 pcx-1")), gap);

    [Fact]
    public void Another_vpc_needs_a_route() => Blocked(HostToDatabase(OtherVpc("0.0.0.0/0 nat-1", "10.0.0.0/16 pcx-1")), "rtb-1",
        "join vpc-1 and vpc-2 by a VPC peering (or a transit gateway), and add a route to 10.1.2.0/24 in rtb-1 by it");

    [Fact]
    public void Another_vpc_needs_a_return_route() => Blocked(HostToDatabase(OtherVpc("10.1.0.0/16 pcx-1", "10.7.0.0/16 pcx-1")), "rtb-other",
        "join vpc-2 and vpc-1 by a VPC peering (or a transit gateway), and add a route to 10.0.1.7 in rtb-other by it");

    [Fact]
    public void A_public_database_in_another_vpc_may_be_reached_over_the_internet()
    {
        var world = OtherVpc("0.0.0.0/0 nat-1", "0.0.0.0/0 igw-1");
        Unknown(HostToDatabase(world.With(world.Spec<DatabaseSpec>("db") with { Public = true })), "public addresses");
    }

    private static NetworkWorld OtherVpc(string there, string back) => NetworkWorld.AppAndDatabase().With(
        new VpcSpec("vpc-2", "10.1.0.0/16"),
        new SubnetSpec("subnet-other", "vpc-2", "b", "10.1.2.0/24"),
        new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", there),
        new TableSpec("rtb-other", "vpc-2", true, [], "10.1.0.0/16 local", back),
        new AclSpec("acl-other", "vpc-2", ["subnet-other"], "in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"),
        new GroupSpec("sg-db", "vpc-2", "in tcp 5432-5432 sg-app"),
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-2", ["subnet-other"], ["sg-db"], ["b"]));

    [Theory]
    [InlineData("10.0.2.0/24 eni-fw", true)]
    [InlineData("10.0.2.0/24 vpce-fw", true)]
    [InlineData("pl-1 eni-fw", true)]
    [InlineData("pl-1 vpce-s3", false)]
    [InlineData("pl-1 tgw-1", false)]
    [InlineData("10.0.2.0/24 vgw-1", false)]
    [InlineData("0.0.0.0/0 nat-1", false)]
    public void A_route_more_specific_than_local_leads_into_the_unknown(string route, bool diverts)
    {
        var reach = HostToDatabase(NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", route)));
        Assert.Equal(diverts, reach.Answer.IsUnknown);
        Assert.Equal(!diverts, reach.Answer.IsTrue);
    }

    [Fact]
    public void Ipv6_alone_is_enough()
    {
        var world = NetworkWorld.AppAndDatabase().With(
            new SubnetSpec("subnet-app", "vpc-1", "a", "10.0.1.0/24", "fd00:0:0:1::/64"), new SubnetSpec("subnet-db", "vpc-1", "b", "10.0.2.0/24", "fd00:0:0:2::/64"),
            new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "fd00::/56 local"),
            new AclSpec("acl-app", "vpc-1", ["subnet-app"], "in 1 allow -1 * ::/0", "out 1 allow -1 * ::/0"), new AclSpec("acl-db", "vpc-1", ["subnet-db"], "in 1 allow -1 * ::/0", "out 1 allow -1 * ::/0"),
            new GroupSpec("sg-app", "vpc-1", "out -1 * ::/0"), new GroupSpec("sg-db", "vpc-1", "in tcp 5432-5432 fd00:0:0:1::/64"),
            new InterfaceSpec("eni-app", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.7"], ["fd00:0:0:1::7"], "i-app"),
            new InterfaceSpec("eni-b", "vpc-1", "subnet-db", ["sg-db"], ["10.0.2.7"], ["fd00:0:0:2::7"], "i-b"), new InstanceSpec("i-b", "eni-b"));
        var environment = world.Build();
        Assert.True(environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<ComputeInstance>("i-b")!, "tcp", 5432).Answer.IsTrue);
        Unknown(HostToDatabase(world), "whether db has an IPv6 address");
    }

    [Fact]
    public void A_host_reaches_itself()
    {
        var environment = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-app", "vpc-1")).Build();
        var host = environment.Graph.Find<ComputeInstance>("i-app")!;
        Assert.True(environment.Network.CanReach(host, host, "tcp", 8787).Answer.IsTrue);
    }

    [Fact]
    public void An_instance_that_left_its_vpc_reaches_nothing() => Blocked(HostToDatabase(NetworkWorld.AppAndDatabase().With(
        new InstanceSpec("i-app"), new InterfaceSpec("eni-app", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.7"], []))), "i-app", null);

    [Fact]
    public void Interfaces_that_differ_leave_a_host_undecided()
    {
        var world = NetworkWorld.AppAndDatabase().With(new InterfaceSpec("eni-2", "vpc-1", "subnet-app", ["sg-none"], ["10.0.1.8"], [], "i-app"),
            new InstanceSpec("i-app", "eni-app", "eni-2"), new GroupSpec("sg-none", "vpc-1"));
        Unknown(HostToDatabase(world), "i-app may be in one of several places");
    }

    [Theory]
    [InlineData("nothing", 22)]
    [InlineData("-1", 22)]
    [InlineData("tcp", 70000)]
    public void What_is_no_protocol_or_port_is_refused(string protocol, int port)
    {
        var environment = NetworkWorld.AppAndDatabase().Build();
        var pool = environment.Graph.Find<NodeGroup>("pool")!;
        Assert.Throws<ArgumentException>(() => environment.Network.CanReach(pool, pool, protocol, port));
    }

    [Fact]
    public void Icmp_has_no_ports()
    {
        var environment = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", "in icmp * sg-app")).Build();
        Assert.True(environment.Network.CanReach(environment.Graph.Find<NodeGroup>("pool")!, environment.Graph.Find<Database>("db")!, "icmp", 0).Answer.IsTrue);
    }

    [Fact]
    public void An_unread_port_is_unknown()
    {
        var environment = NetworkWorld.AppAndDatabase().Hide("db", "Port").Build();
        var database = environment.Graph.Find<Database>("db")!;
        Unknown(environment.Network.CanReach(environment.Graph.Find<NodeGroup>("pool")!, database, "tcp", database.Port), "db.Port");
    }
}
