using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

/// <summary>The cluster's objects, and what AWS shows of them.</summary>
public sealed class JoinTests
{
    [Theory]
    [InlineData("https://abc.gr7.us-east-1.eks.amazonaws.com/")]
    [InlineData("https://localhost:6443")]
    public void Eks_cluster_is_told_by_address_else_by_its_nodes(string endpoint) =>
        Assert.Equal(SoundAccount.Eks, KubernetesWorld.Sound().Set("k8s://test", "endpoint", endpoint).Environment().EksCluster().Value.Id);

    [Fact]
    public void Eks_cluster_is_told_by_its_nodes_where_the_address_is_hidden() => Assert.True(KubernetesWorld.Sound().Hide("k8s://test", "endpoint").Environment().EksCluster().IsKnown);

    [Fact]
    public void Eks_cluster_that_nothing_tells_is_a_gap()
    {
        var foreign = KubernetesWorld.Sound().Set(SoundAccount.Eks, "endpoint", "https://other").Set(SoundAccount.Eks, "name", "other");
        Assert.False(foreign.Environment().EksCluster().IsKnown);
        Assert.False(KubernetesWorld.Sound().Deny<Cluster>(KubernetesWorld.Account).Environment().EksCluster().IsKnown);
        Assert.Equal(GapCause.NotAsked, KubernetesWorld.Sound().Only(KubernetesWorld.Cluster).Environment().EksCluster().Gap!.Cause);
    }

    [Fact]
    public void What_is_of_the_account_is_not_absent_where_only_the_cluster_was_looked_at()
    {
        var environment = KubernetesWorld.Sound().Only(KubernetesWorld.Cluster).Environment();
        Assert.True(environment.Of<Database>().Any().IsUnknown);
        Assert.True(environment.EntryHops.Any().IsUnknown);
        Assert.True(environment.Of<HorizontalPodAutoscaler>().Any().IsFalse);
    }

    [Fact]
    public void Node_without_a_zone_is_where_its_instance_is()
    {
        var world = KubernetesWorld.Sound().Set("k8s-node-a", "labels", Map(("eks.amazonaws.com/nodegroup", "core")));
        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], Zones(world).Value);
        Assert.False(Zones(world.Without("i-a")).IsKnown);
    }

    [Fact]
    public void Pod_that_is_not_placed_yet_has_no_zone() => Assert.Equal(GapCause.Undecidable, Zones(KubernetesWorld.Sound().Set("k8s-wb-a", "node", null)).Gap!.Cause);

    [Fact]
    public void Nodes_that_could_not_be_listed_make_no_load_balancer_absent()
    {
        var world = KubernetesWorld.Sound().Without("k8s-binding").Set("k8s-service", "ports", Items.Create([new ServicePort(80, "http", 30080)])).Set("tg-1", "targets", Items.Create([new Target("i-a", 30080, "healthy", null)]));
        Assert.True(world.Environment().EntryHops.Any().IsTrue);
        Assert.True(world.Deny<KubeNode>(KubernetesWorld.Cluster).Environment().EntryHops.Any().IsUnknown);
    }

    [Fact]
    public void Hop_to_node_ports_leads_to_the_installation_without_a_binding()
    {
        var environment = KubernetesWorlds.All["node ports"].Make().Environment();
        Assert.True(environment.EntryHops.Members.Single().Item.LeadsTo(environment.Installations.Members.Single().Item).IsTrue);
    }

    [Theory]
    [InlineData("wb", true)]
    [InlineData("other", false)]
    public void Binding_may_name_its_group_instead(string name, bool leads)
    {
        var world = KubernetesWorld.Sound().Set("tg-1", "targets", Items.Create<Target>([])).Set("k8s-binding", "targetGroup", null).Set("k8s-binding", "targetGroupName", name);
        Assert.Equal(leads, world.Environment().EntryHops.Any().IsTrue);
    }

    [Fact]
    public void Database_is_not_assumed_where_configuration_was_refused_or_disagrees()
    {
        var named = KubernetesWorld.Sound().Set(Config, "files", Items.Create([File("database.conf", ("provider", "postgresql"), ("host", "DB.example"))]));
        Assert.True(named.Environment().MetadataDatabase().Value!.IsNamed);
        Assert.False(named.Hide(Config, "files").Environment().MetadataDatabase().IsKnown);
        var two = KubernetesWorld.Sound().With(KubernetesWorlds.Second).Set(Config, "files", Items.Create([File("database.conf", ("provider", "postgresql"), ("connection-uri", "postgresql://u@db.example:5432/x"))]));
        Assert.Equal(GapCause.Ambiguous, two.Environment().MetadataDatabase().Gap!.Cause);
    }

    [Fact]
    public void What_leaves_the_vpc_may_leave_under_the_nodes_address()
    {
        var world = KubernetesWorld.Sound().Parameter("workbenchDatabase", SoundAccount.Database).Set("eni-a", "securityGroups", SoundAccount.Refs<SecurityGroup>("sg-db"))
            .Set("eni-a", "privateIps", Items.Create(["10.0.1.10"])).With(SoundAccount.Card("eni-a2", "subnet-a", "sg-node", "i-a", ["10.0.1.11"]));
        Assert.True(Reached(world).IsTrue);
        Assert.True(Reached(world.Set(SoundAccount.Database, "vpc", new Ref<Vpc>("vpc-2"))).IsUnknown);
    }

    private static Truth Reached(KubernetesWorld world)
    {
        var environment = world.Environment();
        return environment.AccessTo(environment.MetadataDatabase().Value!).All;
    }

    private static Fact<Items<string>> Zones(KubernetesWorld world)
    {
        var environment = world.Environment();
        return environment.ZonesOf(environment.Installations.Members.Single().Item.Pods);
    }
}
