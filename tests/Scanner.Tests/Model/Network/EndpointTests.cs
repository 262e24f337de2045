using Scanner.Model;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Network;

/// <summary>Where the different kinds of endpoints are, and which of their places count.</summary>
public sealed class EndpointTests
{
    private static readonly string[] s_open = ["in 100 allow -1 * 0.0.0.0/0", "out 100 allow -1 * 0.0.0.0/0"];

    /// <summary>Two zones; a pool in zone a, and a subnet in zone c that the network ACL closes.</summary>
    private static NetworkWorld Zones() => NetworkWorld.AppAndDatabase().With(
        new SubnetSpec("subnet-c", "vpc-1", "c", "10.0.3.0/24"),
        new AclSpec("acl-c", "vpc-1", ["subnet-c"]),
        new SubnetSpec("subnet-d", "vpc-1", "d", "10.0.4.0/24"),
        new AclSpec("acl-d", "vpc-1", ["subnet-d"], s_open));

    private static Reachability Pool(Environment environment, string to, int port = 5432) =>
        environment.Network.CanReach(environment.Graph.Find<NodeGroup>("pool")!, Find(environment, to), "tcp", port);

    private static NetworkEndpoint Find(Environment environment, string id) =>
        environment.Graph.Find<Database>(id) is { } database ? database
        : environment.Graph.Find<FileSystem>(id) is { } fileSystem ? fileSystem
        : environment.Graph.Find<LoadBalancer>(id) is { } loadBalancer ? loadBalancer
        : environment.Graph.Find<NodeGroup>(id)!;

    private static string Show(Reachability reach) => reach.Answer.IsTrue ? "T" : reach.Answer.IsFalse ? "F" : "U";

    [Theory]
    [InlineData(new[] { "b" }, false, "T")] // where it is
    [InlineData(new[] { "c" }, false, "F")]
    [InlineData(new string[0], false, "U")] // in either
    [InlineData(new[] { "b", "c" }, true, "F")] // and where it may fail over to
    [InlineData(new[] { "b" }, true, "F")]
    [InlineData(new[] { "x" }, false, "U")]
    public void A_database_is_in_the_subnets_of_its_zones(string[] zones, bool multiAz, string expected) => Assert.Equal(expected, Show(Pool(Zones().With(
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db", "subnet-c"], ["sg-db"], zones) { MultiAz = multiAz }).Build(), "db")));

    [Fact]
    public void A_standby_that_may_exist_is_unknown() => Assert.Equal("U", Show(Pool(Zones().With(
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db", "subnet-c"], ["sg-db"], ["b"])).Hide("db", "IsMultiAz").Build(), "db")));

    [Theory]
    [InlineData("d", false, "T")]
    [InlineData("c", false, "F")]
    [InlineData("d", true, "U")]
    public void A_cluster_is_all_its_members(string second, bool denied, string expected)
    {
        var world = Zones().With(
            new DatabaseSpec("db", DatabaseForm.Aurora, "vpc-1", ["subnet-db", "subnet-c", "subnet-d"], ["sg-db"], ["b", "c", "d"]),
            new DatabaseSpec("m1", DatabaseForm.Member, "vpc-1", ["subnet-db", "subnet-c", "subnet-d"], ["sg-db"], ["b"]) { Cluster = "db" },
            new DatabaseSpec("m2", DatabaseForm.Member, "vpc-1", ["subnet-db", "subnet-c", "subnet-d"], ["sg-db"], [second]) { Cluster = "db" },
            new DatabaseSpec("m3", DatabaseForm.Member, "vpc-1", ["subnet-c"], ["sg-db"], ["c"]) { Cluster = "other" });
        Assert.Equal(expected, Show(Pool((denied ? world.Deny<Database>("m2") : world).Build(), "db")));
    }

    [Fact]
    public void A_cluster_without_members_is_in_its_subnet_group() => Assert.Equal("U", Show(Pool(Zones().With(
        new DatabaseSpec("db", DatabaseForm.Aurora, "vpc-1", ["subnet-db", "subnet-c"], ["sg-db"], ["b", "c"])).Build(), "db")));

    private static NetworkWorld Proxy(params string[] proxyRules) => Zones().With(
        new DatabaseSpec("proxy", DatabaseForm.Proxy, "vpc-1", ["subnet-db", "subnet-d"], ["sg-proxy"], []) { Fronts = ["db"] },
        new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db"], ["sg-db"], ["b"], 5433),
        new GroupSpec("sg-proxy", "vpc-1", proxyRules), new GroupSpec("sg-db", "vpc-1", "in tcp 5433-5433 sg-proxy"));

    [Fact]
    public void A_proxy_has_two_legs()
    {
        var reach = Pool(Proxy("in tcp 5432-5432 sg-app", "out -1 * 0.0.0.0/0").Build(), "proxy");
        Assert.Equal("T", Show(reach));
        Assert.Contains("sg-proxy", reach.Path.Hops.Select(h => h.Element));
        Assert.Equal("sg-db", reach.Path.Hops[^1].Element);
    }

    [Fact]
    public void Either_leg_of_a_proxy_blocks()
    {
        Assert.Equal("allow egress tcp/5433 to sg-db on sg-proxy", Pool(Proxy("in tcp 5432-5432 sg-app").Build(), "proxy").Fix);
        Assert.Equal("allow ingress tcp/5432 from sg-app on sg-proxy", Pool(Proxy("out -1 * 0.0.0.0/0").Build(), "proxy").Fix);
    }

    [Fact]
    public void A_proxy_without_targets_leads_nowhere()
    {
        var world = Proxy("in tcp 5432-5432 sg-app", "out -1 * 0.0.0.0/0");
        var proxy = world.Spec<DatabaseSpec>("proxy");
        Assert.Equal("register the database with proxy proxy", Pool(world.With(proxy with { Fronts = [] }).Build(), "proxy").Fix);
        Assert.Equal("U", Show(Pool(world.With(proxy with { Fronts = ["gone"] }).Build(), "proxy")));
        Assert.Equal("U", Show(Pool(world.With(proxy).Hide("proxy", "Fronts").Build(), "proxy")));
    }

    private static NetworkWorld MountTargets(params string[] subnets)
    {
        var world = Zones().With(new GroupSpec("sg-efs", "vpc-1", "in tcp 2049-2049 sg-app"));
        foreach (var (subnet, i) in subnets.Select((s, i) => (s, i)))
            world.With(new InterfaceSpec($"eni-{subnet}", "vpc-1", subnet, ["sg-efs"], [$"10.0.{(subnet == "subnet-c" ? 3 : subnet == "subnet-app" ? 1 : 4)}.2{i}"], []));
        return world.With(new FileSystemSpec("fs", FileSystemType.Efs, "vpc-1", subnets, ["sg-efs"], [.. subnets.Select(s => "eni-" + s)]));
    }

    [Theory]
    [InlineData(new[] { "subnet-app", "subnet-c" }, "T")] // its own zone's, and only that
    [InlineData(new[] { "subnet-d", "subnet-c" }, "T")] // any
    [InlineData(new[] { "subnet-c" }, "F")]
    [InlineData(new string[0], "F")]
    public void Efs_is_reached_in_the_clients_zone_else_anywhere(string[] subnets, string expected)
    {
        Assert.Equal(expected, Show(Pool(MountTargets(subnets).Build(), "fs", 2049)));
        Assert.Equal(expected, Show(Pool(MountTargets(subnets).Deny<NetworkInterface>([.. subnets.Select(s => "eni-" + s)]).Build(), "fs", 2049)));
    }

    [Fact]
    public void A_client_whose_zone_is_unknown_may_use_any_mount_target() =>
        Assert.Equal("U", Show(Pool(MountTargets("subnet-app", "subnet-c").Hide("subnet-app", "AvailabilityZone").Build(), "fs", 2049)));

    [Theory]
    [InlineData("subnet-d", "PERSISTENT_2", FileSystemType.Lustre, "T")]
    [InlineData("subnet-c", "PERSISTENT_2", FileSystemType.Lustre, "F")]
    [InlineData("subnet-d", "MULTI_AZ_1", FileSystemType.OpenZfs, "U")] // its floating address was not told
    [InlineData("subnet-d", "SINGLE_AZ_2", FileSystemType.OpenZfs, "T")]
    public void Fsx_is_all_its_interfaces(string second, string deployment, FileSystemType type, string expected)
    {
        var world = MountTargets("subnet-app", second);
        Assert.Equal(expected, Show(Pool(world.With(world.Spec<FileSystemSpec>("fs") with { Type = type, Deployment = deployment }).Build(), "fs", 2049)));
    }

    [Fact]
    public void Which_mount_target_has_which_group_is_unknown_without_interfaces()
    {
        var world = MountTargets("subnet-app", "subnet-d").With(new GroupSpec("sg-closed", "vpc-1"));
        world.With(world.Spec<FileSystemSpec>("fs") with { Groups = ["sg-efs", "sg-closed"] });
        Assert.Equal("T", Show(Pool(world.Build(), "fs", 2049)));
        Assert.Equal("U", Show(Pool(world.Deny<NetworkInterface>("eni-subnet-app", "eni-subnet-d").Build(), "fs", 2049)));
    }

    [Fact]
    public void A_pool_is_in_all_its_subnets()
    {
        var reach = Pool(Zones().With(new NodeGroupSpec("pool", ["subnet-app", "subnet-c"], ["sg-app"])).Build(), "db");
        Assert.Equal("acl-c", reach.Blocker);
    }

    private static NetworkWorld Balancer(LoadBalancerType type, bool isPublic, params string[] groups) => Zones().With(
        new LoadBalancerSpec("lb", type, "vpc-1", ["subnet-db", "subnet-d"], groups, isPublic), new GroupSpec("sg-lb", "vpc-1", "in tcp 443-443 0.0.0.0/0", "out -1 * 0.0.0.0/0"),
        new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "0.0.0.0/0 igw-1"));

    [Theory]
    [InlineData(LoadBalancerType.Application, "T")]
    [InlineData(LoadBalancerType.Network, "T")]
    public void A_load_balancer_is_in_all_its_subnets(LoadBalancerType type, string expected) => Assert.Equal(expected, Show(Pool(Balancer(type, false, "sg-lb").Build(), "lb", 443)));

    [Fact]
    public void Only_a_network_load_balancer_may_lack_groups()
    {
        Assert.Equal("T", Show(Pool(Balancer(LoadBalancerType.Network, false).Build(), "lb", 443)));
        Assert.Equal("U", Show(Pool(Balancer(LoadBalancerType.Application, false).Build(), "lb", 443)));
        Assert.Equal("U", Show(Pool(Balancer(LoadBalancerType.Network, false).Hide("lb", "Type").Build(), "lb", 443)));
    }

    [Fact]
    public void From_inside_a_public_load_balancer_is_not_followed() => Assert.Equal("U", Show(Pool(Balancer(LoadBalancerType.Application, true, "sg-lb").Build(), "lb", 443)));

    [Fact]
    public void A_network_load_balancers_addresses_are_exact_where_they_were_read()
    {
        const string id = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/nlb/1";
        var world = Zones().With(new LoadBalancerSpec(id, LoadBalancerType.Network, "vpc-1", ["subnet-d"], ["sg-lb"]), new GroupSpec("sg-lb", "vpc-1", "out -1 * 0.0.0.0/0"),
            new InterfaceSpec("eni-lb", "vpc-1", "subnet-d", ["sg-lb"], ["10.0.4.9"], [], null, "ELB net/nlb/1"), new GroupSpec("sg-app", "vpc-1", "in tcp 8787-8787 10.0.4.9/32"));
        Assert.Equal("T", Show(FromBalancer(world.Build())));
        Assert.Equal("U", Show(FromBalancer(world.Deny<NetworkInterface>("eni-lb").Build())));

        static Reachability FromBalancer(Environment environment) =>
            environment.Network.CanReach(environment.Graph.Find<LoadBalancer>(id)!, environment.Graph.Find<NodeGroup>("pool")!, "tcp", 8787);
    }

    [Theory]
    [InlineData("203.0.113.0/24", true, "T")]
    [InlineData("203.0.113.0/24", false, "F")] // no public address
    [InlineData("192.168.0.0/16", true, "F")] // not carried by the internet
    [InlineData("10.0.1.0/24", true, "U")] // somebody inside
    public void A_block_outside_comes_in_through_an_internet_gateway(string block, bool isPublic, string expected)
    {
        var environment = Balancer(LoadBalancerType.Application, isPublic, "sg-lb").Build();
        Assert.Equal(expected, Show(environment.Network.CanReach(Cidr.Parse(block)!.Value, environment.Graph.Find<LoadBalancer>("lb")!, "tcp", 443)));
    }

    [Theory]
    [InlineData("0.0.0.0/0 igw-1", null, "F", "give i-app a public address")]
    [InlineData("0.0.0.0/0 igw-1", "198.51.100.7", "T", null)]
    [InlineData("0.0.0.0/0 nat-1", null, "U", null)]
    [InlineData("0.0.0.0/0 vgw-1", null, "U", null)]
    [InlineData("10.9.0.0/16 local", null, "F", "add a route to 203.0.113.0/24 in rtb-1")]
    public void A_host_goes_out_by_its_default_route(string route, string? publicIp, string expected, string? fix)
    {
        var environment = NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", route),
            new InterfaceSpec("eni-app", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.7"], [], "i-app", null, publicIp)).Build();
        var reach = environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, Cidr.Parse("203.0.113.0/24")!.Value, "tcp", 443);
        Assert.Equal((expected, fix), (Show(reach), reach.Fix));
    }

    [Fact]
    public void Nothing_comes_in_through_a_nat_gateway()
    {
        var environment = NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", "0.0.0.0/0 nat-1")).Build();
        Assert.Equal("F", Show(environment.Network.CanReach(Cidr.Parse("203.0.113.0/24")!.Value, environment.Graph.Find<NodeGroup>("pool")!, "tcp", 22)));
    }

    [Fact]
    public void Two_blocks_outside_are_not_ours_to_judge()
    {
        Cidr one = Cidr.Parse("203.0.113.0/24")!.Value, other = Cidr.Parse("198.51.100.0/24")!.Value;
        Assert.Equal("U", Show(NetworkWorld.AppAndDatabase().Build().Network.CanReach(one, other, "tcp", 443)));
    }

    [Theory]
    [InlineData("0.0.0.0/0 igw-1", "T")]
    [InlineData("::/0 igw-1", "T")]
    [InlineData("0.0.0.0/0 igw-1 blackhole", "F")]
    [InlineData("203.0.113.0/24 igw-1", "F")]
    [InlineData("0.0.0.0/0 nat-1", "F")]
    [InlineData("::/0 eigw-1", "F")]
    public void A_subnet_is_public_by_its_default_route(string route, string expected)
    {
        var world = NetworkWorld.AppAndDatabase().With(new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", route));
        Assert.Equal(expected, Public(world.Build()));
        Assert.Equal("F", Public(world.Copy().With(new TableSpec("rtb-2", "vpc-1", false, ["subnet-app"], "10.0.0.0/16 local")).Build()));
        Assert.Equal("U", Public(world.Copy().Hide("rtb-1", "Routes").Build()));
        Assert.Equal("U", Public(world.Copy().Deny<RouteTable>().Build()));

        static string Public(Environment environment)
        {
            var truth = environment.Network.IsPublic(environment.Graph.Find<Subnet>("subnet-app")!);
            return truth.IsTrue ? "T" : truth.IsFalse ? "F" : "U";
        }
    }
}
