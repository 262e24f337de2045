using Scanner.Model;
using static Scanner.Tests.Model.Workbench.Kubernetes.SoundCluster;

namespace Scanner.Tests.Model.Workbench.Kubernetes;

public sealed class InstanceOffersTests
{
    private const string Type = "node.kubernetes.io/instance-type", Category = "karpenter.k8s.aws/instance-category", Cpu = "karpenter.k8s.aws/instance-cpu";

    [Theory]
    [InlineData("karpenter.k8s.aws/instance-family", "In", "m7i", "t3", false)]
    [InlineData(Category, "NotIn", "t", "t3", false)]
    [InlineData(Category, "In", "c,m,t", "t3", true)]
    [InlineData("eks.amazonaws.com/instance-category", "In", "m", "t3", false)]
    [InlineData(Type, "In", "m7i.xlarge,t3.large", "t3", true)]
    [InlineData(Cpu, "Gt", "8", "t3", false)]
    [InlineData("karpenter.k8s.aws/instance-memory", "Lt", "8193", "t3", true)]
    [InlineData("kubernetes.io/arch", "In", "arm64", "t3", false)]
    [InlineData("kubernetes.io/arch", "In", "arm64", "t4g", true)]
    [InlineData("karpenter.k8s.aws/instance-gpu-count", "Gt", "0", "t3", false)]
    [InlineData("karpenter.k8s.aws/instance-network-bandwidth", "Gt", "9000", "t3", null)]
    [InlineData("topology.kubernetes.io/zone", "In", "us-east-1a", "t3", true)]
    public void Pool_may_launch_what_its_requirements_leave(string key, string how, string values, string family, bool? may)
    {
        var answer = PoolWith(key, how, values).MayLaunch(family);
        Assert.Equal(may, answer.IsUnknown ? null : answer.IsTrue);
    }

    [Fact]
    public void Offers_are_the_types_with_their_sizes()
    {
        var offers = PoolWith(Type, "In", "m7i.xlarge,r7i.2xlarge,g5.xlarge").Offers().Value;
        Assert.Equal(["m7i.xlarge", "r7i.2xlarge"], offers.AsEnumerable().Select(o => o.Type));
        Assert.Equal(new InstanceShape(8, 64), offers[1].Shape);
    }

    [Theory]
    [InlineData(Type, "m7i.xlarge", true)]
    [InlineData(Type, "m7i.xlarge,g5.xlarge", false)]
    [InlineData(Category, "c,m,r", true)]
    [InlineData(Category, "c,x", false)]
    [InlineData(Cpu, "16", false)]
    public void Others_are_ruled_out_where_the_names_tell_all(string key, string values, bool isAll)
    {
        var answer = PoolWith(key, "In", values).OffersNothingElse();
        Assert.Equal((isAll, !isAll), (answer.IsTrue, answer.IsUnknown));
    }

    [Theory]
    [InlineData(8, 32, true)]
    [InlineData(15, 32, null)]
    [InlineData(8, 60, null)]
    [InlineData(16, 32, false)]
    [InlineData(8, 64, false)]
    public void Session_fits_where_the_system_has_its_share(double cpus, double memory, bool? fits)
    {
        var answer = new InstanceOffer("m7i.4xlarge", new(16, 64)).Fits(cpus, memory);
        Assert.Equal(fits, answer.IsUnknown ? null : answer.IsTrue);
    }

    [Fact]
    public void Every_listed_type_has_a_size() => Assert.All(InstanceTypes.All, type => Assert.NotNull(InstanceShape.Of(type)));

    [Fact]
    public void Room_is_that_of_the_middle_node()
    {
        var world = KubernetesWorld.Sound().Environment();
        Assert.Equal(2, world.TypicalRoom(world.KarpenterPools().Members.Single().Item, 6, 20).Value);
        var empty = KubernetesWorld.Sound().Without("k8s-node-s").Environment();
        Assert.Null(empty.TypicalRoom(empty.KarpenterPools().Members.Single().Item, 6, 20).Value);
        var silent = KubernetesWorld.Sound().Set("k8s-node-s", "allocatable", Map()).Environment();
        Assert.False(silent.TypicalRoom(silent.KarpenterPools().Members.Single().Item, 6, 20).IsKnown);
    }

    [Theory]
    [InlineData("cpu", 100d)]
    [InlineData("memory", null)]
    public void Limit_is_null_where_there_is_none(string resource, double? limit) =>
        Assert.Equal(limit, KubernetesWorld.Sound().Environment().KarpenterPools().Members.Single().Item.LimitOf(resource).Value);

    private static NodeGroup PoolWith(string key, string how, string values) => KubernetesWorld.Sound()
        .Set(Pool, "requirements", Items.Create([new LabelRequirement(key, how, values.Split(',').ToItems())])).Environment().KarpenterPools().Members.Single().Item;
}
