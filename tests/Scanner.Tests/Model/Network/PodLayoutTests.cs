using Scanner.Model;
using Scanner.Tests.Model.Workbench.Kubernetes;

namespace Scanner.Tests.Model.Network;

/// <summary>Where pods are, told by whether they reach the database, which only sg-node may.</summary>
public sealed class PodLayoutTests
{
    private const string One = "k8s-wb-a";

    [Fact]
    public void Pod_is_at_the_interface_that_has_its_address() => AssertReaches(true, KubernetesWorld.Sound());

    [Fact]
    public void Pod_of_another_group_does_not_reach_it() => AssertReaches(false, KubernetesWorld.Sound().Set("eni-a", "securityGroups", SoundAccount.Refs<SecurityGroup>("sg-db")));

    [Fact]
    public void Address_out_of_a_prefix_is_at_one_of_the_nodes_interfaces()
    {
        var world = KubernetesWorld.Sound().Set(One, "ips", Items.Create(["10.0.1.77"]));
        AssertReaches(true, world);
        AssertReaches(null, world.With(SoundAccount.Card("eni-a2", "subnet-a", "sg-db", "i-a", ["10.0.1.70"])));
    }

    [Fact]
    public void Interface_whose_owner_is_hidden_may_have_the_prefix() => AssertReaches(null, KubernetesWorld.Sound().Set(One, "ips", Items.Create(["10.0.1.77"]))
        .With(SoundAccount.Card("eni-a2", "subnet-a", "sg-db", "i-a", ["10.0.1.70"])).Hide("eni-a2", "instance"));

    [Fact]
    public void Address_of_an_overlay_leaves_under_the_nodes() => AssertReaches(true, KubernetesWorld.Sound().Set(One, "ips", Items.Create(["192.168.4.4"])));

    [Fact]
    public void Address_that_another_vpc_has_too_is_not_there()
    {
        var foreign = KubernetesWorld.Sound().With(SoundAccount.Card("eni-0", "subnet-x", "sg-x", null, ["10.0.1.11", "192.168.4.4"], "vpc-2"), SoundAccount.Subnet("x", "192.168.4.0/24", "vpc-2"));
        AssertReaches(true, foreign);
        AssertReaches(true, foreign.Set(One, "ips", Items.Create(["192.168.4.4"])));
    }

    [Fact]
    public void Pod_with_an_interface_of_its_own_is_there()
    {
        var world = KubernetesWorld.Sound().Set(One, "branch", new BranchInterface("eni-branch", "10.0.1.60"));
        AssertReaches(null, world);
        AssertReaches(false, world.With(SoundAccount.Card("eni-branch", "subnet-a", "sg-db", null, ["10.0.1.60"])));
    }

    [Fact]
    public void Pod_in_its_hosts_network_is_where_the_node_is() => AssertReaches(true, KubernetesWorld.Sound().Set(One, "usesHostNetwork", true).Hide(One, "ips"));

    [Fact]
    public void Pod_on_fargate_is_at_its_own_interface()
    {
        var world = KubernetesWorld.Sound().Set("k8s-node-a", "providerId", "aws:///us-east-1a/0123/fargate-ip-10-0-1-11.ec2.internal");
        AssertReaches(true, world);
        AssertReaches(null, world.Set(One, "ips", Items.Create(["10.0.1.77"])));
    }

    [Fact]
    public void Pod_with_ipv6_only_reaches_ipv4_perhaps() =>
        AssertReaches(null, KubernetesWorld.Sound().Set(One, "ips", Items.Create(["fd00::7"])).Set("eni-a", "ipv6Addresses", Items.Create(["fd00::7"])));

    [Theory]
    [InlineData(One, "ips")]
    [InlineData(One, "branch")]
    [InlineData(One, "usesHostNetwork")]
    [InlineData(One, "node")]
    [InlineData("eni-a", "securityGroups")]
    [InlineData("eni-a", "subnet")]
    public void What_is_hidden_leaves_it_open(string id, string property)
    {
        AssertReaches(null, KubernetesWorld.Sound().Hide(id, property));
    }

    [Fact]
    public void Pod_without_an_address_is_nowhere_yet() => AssertReaches(null, KubernetesWorld.Sound().Set(One, "ips", Items.Create<string>([])));

    private static void AssertReaches(bool? expected, KubernetesWorld world)
    {
        var environment = world.Environment();
        var pod = environment.Of<Pod>().Members.Single(p => p.Item.Id == One).Item;
        var answer = environment.Network.CanReach(pod, environment.Of<Database>().Members.Single().Item, "tcp", 5432).Answer;
        Assert.Equal(expected, answer.IsUnknown ? null : answer.IsTrue);
    }
}
