using Scanner.Model;

namespace Scanner.Tests.Model.Network;

/// <summary>Multi-AZ file systems are reached by an address that moves between their interfaces.</summary>
public sealed class FloatingAddressTests
{
    private static Reachability Reach(NetworkWorld world)
    {
        var environment = world.Build();
        return environment.Network.CanReach(environment.Graph.Find<ComputeInstance>("i-app")!, environment.Graph.Find<FileSystem>("fs")!, "tcp", 2049);
    }

    private static NetworkWorld World(string route = "198.19.0.5/32 eni-fs", string[]? tables = null, params string[] groups) => NetworkWorld.AppAndDatabase().With(
        new GroupSpec("sg-db", "vpc-1", "in tcp 2049-2049 sg-app"), new TableSpec("rtb-1", "vpc-1", true, [], "10.0.0.0/16 local", route),
        new InterfaceSpec("eni-fs", "vpc-1", "subnet-db", groups is [] ? ["sg-db"] : groups, ["10.0.2.5"], []),
        new FileSystemSpec("fs", FileSystemType.OpenZfs, "vpc-1", ["subnet-db"], [], ["eni-fs"]) { Deployment = "MULTI_AZ_1", EndpointIps = ["198.19.0.5"], Tables = tables ?? ["rtb-1"] });

    [Fact]
    public void Route_to_its_interface_leads_there() => Assert.True(Reach(World()).Answer.IsTrue);

    [Theory]
    [InlineData("10.9.0.0/16 tgw-1", "has no route to 198.19.0.5")]
    [InlineData("198.19.0.5/32 eni-other", "routes 198.19.0.5 to eni-other, which does not lead there")]
    [InlineData("198.19.0.5/32 pcx-1", "routes 198.19.0.5 to pcx-1, which does not lead there")]
    [InlineData("0.0.0.0/0 nat-1", "routes 198.19.0.5 to nat-1, which does not lead there")]
    [InlineData("198.19.0.5/32 eni-fs blackhole", "routes 198.19.0.5 into a black hole (eni-fs)")]
    public void Nothing_else_does(string route, string text)
    {
        var reach = Reach(World(route));
        Assert.Equal(("rtb-1", text, "add rtb-1 to the route tables of fs"), (reach.Blocker, reach.Path.Hops[^1].Text, reach.Fix));
    }

    [Fact]
    public void Transit_gateway_may() => Assert.True(Reach(World("198.19.0.0/16 tgw-1")).Answer.IsUnknown);

    [Fact]
    public void Route_that_fsx_does_not_keep_ends_when_the_address_moves() => Assert.Contains("rtb-1", Reach(World(tables: [])).Answer.Gap.Detail, StringComparison.Ordinal);

    [Fact]
    public void Groups_of_the_interface_count() => Assert.Equal("sg-shut", Reach(World("198.19.0.5/32 eni-fs", null, "sg-shut").With(new GroupSpec("sg-shut", "vpc-1"))).Blocker);

    [Fact]
    public void Within_its_subnet_the_route_counts_too() => Assert.Equal("rtb-1",
        Reach(World("10.9.0.0/16 tgw-1").With(new InterfaceSpec("eni-fs", "vpc-1", "subnet-app", ["sg-db"], ["10.0.1.5"], []))).Blocker);

    [Theory]
    [InlineData("EndpointIps", null)]
    [InlineData("RouteTables", "fs.RouteTables")]
    public void Hidden_property_leaves_it_open(string property, string? action)
    {
        var answer = Reach(World().Hide("fs", property)).Answer;
        Assert.True(answer.IsUnknown);
        if (action is not null) Assert.Equal(action, answer.Gap.Action);
    }
}
