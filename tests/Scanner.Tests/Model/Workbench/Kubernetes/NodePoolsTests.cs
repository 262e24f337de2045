using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class NodePoolsTests
{
    [Theory]
    [InlineData("type", "In", "karpenter", "type", "In", "karpenter", true)]
    [InlineData("type", "In", "a,b", "type", "In", "karpenter", false)]
    [InlineData("type", "In", "a,karpenter", "type", "In", "karpenter", true)]
    [InlineData("type", "NotIn", "karpenter", "type", "In", "karpenter", false)]
    [InlineData("type", "Exists", "", "type", "In", "karpenter", true)]
    [InlineData("type", "In", "a,b", "type", "DoesNotExist", "", false)]
    [InlineData("other", "Exists", "", "type", "In", "karpenter", false)]
    [InlineData("topology.kubernetes.io/zone", "In", "us-east-1a,us-east-1b", "topology.kubernetes.io/zone", "In", "us-east-1c", false)]
    [InlineData("other", "Exists", "", "topology.kubernetes.io/zone", "In", "us-east-1c", true)]
    [InlineData("other", "Exists", "", "karpenter.sh/capacity-type", "In", "on-demand", true)]
    [InlineData("other", "Exists", "", "node-role.kubernetes.io/sessions", "Exists", "", false)]
    public void Pool_may_host_what_its_nodes_may_satisfy(string key, string how, string values, string wantedKey, string wantedHow, string wanted, bool may)
    {
        var pool = KubernetesWorld.Sound().Set(Pool, "labels", Map()).Set(Pool, "requirements", Items.Create([Requirement(key, how, values)])).Environment().KarpenterPools().Members.Single().Item;
        Assert.Equal(may, pool.MayHost(new([], Map(), [[Requirement(wantedKey, wantedHow, wanted)]], false)).IsTrue);
    }

    [Fact]
    public void Managed_groups_are_open_where_aws_did_not_show_the_cluster()
    {
        Assert.True(KubernetesWorld.Sound().Without(SoundAccount.Eks).Environment().ManagedGroups().Any().IsUnknown);
        Assert.True(KubernetesWorld.Sound().Only(KubernetesWorld.Cluster).Environment().ManagedGroups().Any().IsUnknown);
    }

    [Fact]
    public void Managed_groups_are_those_of_this_cluster() =>
        Assert.True(KubernetesWorld.Sound().Set(SoundAccount.Managed, "cluster", new Ref<Cluster>("arn:aws:eks:us-east-1:111111111111:cluster/other")).Environment().ManagedGroups().Any().IsFalse);

    [Fact]
    public void Managed_group_without_nodes_may_take_sessions_all_the_same()
    {
        var world = KubernetesWorld.Sound().Without("k8s-node-a", "k8s-node-b", "k8s-node-c");
        var linux = new PodPlacement([], Map(("kubernetes.io/os", "linux")), [], false);
        Assert.True(world.Environment().MayUseManagedNodes(linux).IsTrue);
        Assert.True(world.Environment().MayUseManagedNodes(OnSessionNodes).IsFalse);
        Assert.True(world.Environment().MayUseManagedNodes(new([], Map(("eks.amazonaws.com/nodegroup", "core")), [], false)).IsTrue);
    }

    [Fact]
    public void Session_pool_is_the_one_that_the_user_names() => Assert.True(KubernetesWorld.Sound().Parameter("sessionNodePool", "other").Environment().SessionPools().Any().IsFalse);

    [Fact]
    public void Session_pool_without_taint_is_known_by_its_sessions_and_by_their_placement()
    {
        var bare = KubernetesWorld.Sound().Set(Pool, "taints", Items.Create<Taint>([]));
        Assert.True(bare.Environment().SessionPools().Any().IsTrue);
        Assert.True(bare.Without(RStudio).Environment().SessionPools().Any().IsTrue);
        Assert.True(bare.Set(Pool, "labels", Map()).Environment().SessionPools().Any().IsFalse);
    }

    private static LabelRequirement Requirement(string key, string how, string values) => new(key, how, values.Split(',', StringSplitOptions.RemoveEmptyEntries).ToItems());
}
