using Scanner.Model;
using Environment = Scanner.Model.Environment;

namespace Scanner.Tests.Model.Network;

/// <summary>Whom security groups let in, and who has them.</summary>
public sealed class AdmissionTests
{
    private static ResourceSet<AdmittedPeer> Admitted(NetworkWorld world, int port = 5432) => Admitted(world.Build(), port);

    private static ResourceSet<AdmittedPeer> Admitted(Environment environment, int port = 5432) =>
        environment.Network.AdmittedTo(environment.Graph.Find<Database>("db")!, "tcp", port);

    private static NetworkWorld With(params string[] rules) => NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-db", "vpc-1", rules));

    private static AdmittedPeer Only(NetworkWorld world) => Assert.Single(Admitted(world).Members).Item;

    private static IEnumerable<string> Holders(AdmittedPeer peer) => peer.Holders.Members.Select(m => m.Item.Id);

    [Fact]
    public void Group_is_those_who_have_it()
    {
        var peer = Only(NetworkWorld.AppAndDatabase());
        Assert.Equal((true, "sg-db", "sg-app (sg-db)"), (peer.IsGroup, peer.By, peer.ToString()));
        Assert.Equal(["i-app", "pool"], Holders(peer));
        Assert.Null(peer.Holders.Unlisted);
        Assert.True(peer.Holders.All(h => h.Host is not null).IsFalse);
        Assert.True(peer.IsWithin([Cidr.Parse("0.0.0.0/0")!.Value]).IsFalse);
    }

    [Fact]
    public void Rules_for_other_traffic_are_none_and_without_a_port_all_are()
    {
        var world = With("in tcp 5000-6000 10.0.1.0/24", "in udp 5432-5432 10.0.3.0/24", "in -1 * 10.0.4.0/24", "in tcp 22-22 10.0.5.0/24", "out -1 * 10.0.6.0/24");
        Assert.Equal(["10.0.1.0/24", "10.0.4.0/24"], Admitted(world).Members.Select(m => m.Item.Rule.Peer));
        var environment = world.Build();
        var all = environment.Network.AdmittedTo(environment.Graph.Find<Database>("db")!);
        Assert.Equal(["5000-6000", "5432", "all ports", "22"], all.Members.Select(m => m.Item.Ports));
    }

    [Fact]
    public void Prefix_list_is_its_blocks()
    {
        var peer = Only(With("in tcp 5432-5432 pl-1").With(new ListSpec("pl-1", "10.0.0.0/9", "10.128.0.0/9")));
        Assert.Equal("10.0.0.0/9, 10.128.0.0/9", peer.Blocks.Value.ToString());
        Assert.True(peer.IsWithin([Cidr.Parse("10.0.0.0/8")!.Value]).IsTrue);
        Assert.True(peer.IsWithin([Cidr.Parse("10.0.0.0/9")!.Value]).IsFalse);
        Assert.True(peer.IsAnybody.IsFalse);
        Assert.True(peer.Overlaps(Cidr.Parse("10.200.0.0/16")!.Value).IsTrue);
        Assert.Empty(Holders(peer));
    }

    [Fact]
    public void Blocks_that_touch_hold_what_lies_across_them() =>
        Assert.True(Only(With("in tcp 5432-5432 10.0.0.0/23")).IsWithin([Cidr.Parse("10.0.0.0/24")!.Value, Cidr.Parse("10.0.1.0/24")!.Value]).IsTrue);

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void Everybody_is_everybody_of_one_family(string block) => Assert.True(Only(With("in tcp 5432-5432 " + block)).IsAnybody.IsTrue);

    [Fact]
    public void Prefix_list_that_was_not_read_may_be_anybody()
    {
        var peer = Only(With("in tcp 5432-5432 pl-1").With(new ListSpec("pl-1", "10.0.0.0/9")).Hide("pl-1", "Entries"));
        Assert.Equal("pl-1.Entries", peer.IsAnybody.Gap.Action);
        Assert.True(peer.IsWithin([Cidr.Parse("0.0.0.0/0")!.Value]).IsUnknown);
    }

    [Theory]
    [InlineData("sg-db", "Ingress")]
    [InlineData("db", "SecurityGroups")]
    public void Groups_that_were_not_read_may_admit_others(string id, string property)
    {
        var admitted = Admitted(NetworkWorld.AppAndDatabase().Hide(id, property));
        Assert.Equal($"{id}.{property}", admitted.Unlisted!.Action);
        Assert.True(admitted.All(_ => true).IsUnknown);
    }

    [Fact]
    public void One_group_that_was_not_read_hides_nothing_of_another()
    {
        var world = With("in tcp 5432-5432 10.0.1.0/24").With(new GroupSpec("sg-2", "vpc-1", "in tcp 5432-5432 0.0.0.0/0"),
            new DatabaseSpec("db", DatabaseForm.Instance, "vpc-1", ["subnet-db"], ["sg-2", "sg-db"], ["b"])).Hide("sg-2", "Ingress");
        Assert.True(Admitted(world).Any(p => p.Rule.Peer == "10.0.1.0/24").IsTrue);
        Assert.True(Admitted(world).Any(p => p.IsAnybody).IsUnknown);
    }

    [Fact]
    public void Group_of_an_account_that_was_not_scanned_may_be_anybodys() =>
        Assert.Contains("999999999999", Only(With("in tcp 5432-5432 sg-9@999999999999")).Holders.Unlisted!.Detail, StringComparison.Ordinal);

    [Fact]
    public void Interfaces_not_listed_may_have_the_group() =>
        Assert.True(Only(NetworkWorld.AppAndDatabase().Deny<NetworkInterface>()).Holders.All(_ => true).IsUnknown);

    [Fact]
    public void Interface_of_nothing_that_was_seen_holds_it_itself()
    {
        var world = NetworkWorld.AppAndDatabase().With(new InterfaceSpec("eni-9", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.99"], []));
        Assert.Equal(["eni-9", "i-app", "pool"], Holders(Only(world)));
        Assert.True(Only(world).Holders.Any(h => h.Interface is not null).IsTrue);
    }

    [Fact]
    public void Host_has_the_groups_of_all_its_interfaces()
    {
        var world = NetworkWorld.AppAndDatabase().With(new GroupSpec("sg-1", "vpc-1"), new InterfaceSpec("eni-1", "vpc-1", "subnet-app", ["sg-1"], ["10.0.1.8"], [], "i-2"),
            new InterfaceSpec("eni-2", "vpc-1", "subnet-app", ["sg-app"], ["10.0.1.9"], [], "i-2"), new InstanceSpec("i-2", "eni-1", "eni-2"));
        Assert.Equal(["i-2", "i-app", "pool"], Holders(Only(world)));
    }

    [Fact]
    public void Group_whose_own_groups_were_not_read_may_have_it()
    {
        var holders = Only(NetworkWorld.AppAndDatabase().Hide("pool", "SecurityGroups")).Holders;
        Assert.True(holders.All(h => h.Id == "i-app").IsUnknown);
        Assert.True(holders.Any(h => h.Id == "i-app").IsTrue);
    }

    [Fact]
    public void Load_balancer_without_groups_takes_anything()
    {
        var environment = NetworkWorld.AppAndDatabase().With(new LoadBalancerSpec("lb", LoadBalancerType.Network, "vpc-1", ["subnet-app"], [])).Build();
        var admitted = environment.Network.AdmittedTo(environment.Graph.Find<LoadBalancer>("lb")!, "tcp", 443);
        Assert.Equal(["0.0.0.0/0", "::/0"], admitted.Members.Select(m => m.Item.Rule.Peer));
    }

    [Fact]
    public void Network_acls_and_routes_protect_nothing() =>
        Assert.Single(Admitted(NetworkWorld.AppAndDatabase().With(new AclSpec("acl-db", "vpc-1", ["subnet-db"]), new TableSpec("rtb-1", "vpc-1", true, []))).Members);

    [Fact]
    public void Block_outside_tells_nothing()
    {
        var environment = NetworkWorld.AppAndDatabase().Build();
        Assert.NotNull(environment.Network.AdmittedTo(Cidr.Parse("10.9.0.0/16")!.Value, "tcp", 443).Unlisted);
    }
}
