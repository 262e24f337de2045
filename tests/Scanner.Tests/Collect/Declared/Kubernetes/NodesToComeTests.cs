using Scanner.Model;

namespace Scanner.Tests.Collect.Declared.Kubernetes;

/// <summary>Nodes under a change of their Karpenter pool, node class or managed group.</summary>
public sealed class NodesToComeTests
{
    [Theory]
    [InlineData("m6i.large", true)]
    [InlineData("m6i.4xlarge", false)]
    public void Nodes_that_a_pool_no_longer_allows_are_not_known(string allowed, bool isOpen)
    {
        var graph = Laid.Over(Laid.Seen(Node, Host, Other, Pool("NodeGroup/nodepools/sessions", "m6i.4xlarge", "m7i.4xlarge")), Pool("NodeGroup/nodepools/sessions", allowed));

        Assert.Equal(isOpen, !graph.Find<KubeNode>("n")!.Allocatable.IsKnown);
        Assert.Equal(isOpen, !graph.Find<ComputeInstance>("i-1")!.InstanceType.IsKnown);
        Assert.True(graph.Find<KubeNode>("other")!.Allocatable.IsKnown);
    }

    [Fact]
    public void Nodes_of_which_no_labels_were_seen_may_be_any_pools()
    {
        var graph = Laid.Over(Laid.Seen(new KubeNode { Id = "n", KubeletVersion = new SemanticVersion(1, 33, 0, "") }, Pool("NodeGroup/nodepools/sessions", "m6i.4xlarge")), Pool("NodeGroup/nodepools/sessions", "m6i.large"));

        Assert.False(graph.Find<KubeNode>("n")!.KubeletVersion.IsKnown);
    }

    [Theory]
    [InlineData("subnet-new", false, "subnet")]
    [InlineData("subnet-old", true, "publicIp")]
    [InlineData("subnet-old", false, "")]
    public void Class_decides_of_what_it_makes_and_of_nothing_else(string subnet, bool givesAddresses, string open)
    {
        var pool = new NodeGroup { Id = "live/pool", Key = "NodeGroup/nodepools/sessions", NodeClass = new Ref<NodeClass>("live/class") };
        var graph = Laid.Over(Laid.Seen(Node, Host, pool, Class("live/class", "subnet-old", false)), Class("declared/class", subnet, givesAddresses));
        var host = graph.Find<ComputeInstance>("i-1")!;

        Assert.Equal((open == "subnet", open.Length > 0, false), (!host.Subnet.IsKnown, !host.PublicIp.IsKnown, !host.InstanceType.IsKnown));
    }

    [Fact]
    public void Pool_whose_class_was_not_seen_may_be_of_the_one_that_changes()
    {
        var pool = new NodeGroup { Id = "live/pool", Key = "NodeGroup/nodepools/sessions", IsReady = true };

        Assert.False(Laid.Over(Laid.Seen(Node, Host, pool, Class("live/class", "subnet-old", false)), Class("declared/class", "subnet-old", true)).Find<ComputeInstance>("i-1")!.PublicIp.IsKnown);
    }

    [Fact]
    public void Managed_groups_make_their_nodes_anew_as_well()
    {
        var node = new KubeNode { Id = "n", Labels = Labels(("eks.amazonaws.com/nodegroup", "core")), KubeletVersion = new SemanticVersion(1, 33, 0, "") };

        var graph = Laid.Over(Laid.Seen(node, Managed("live", "m6i.large")), Managed("declared", "t3.small"));

        Assert.Contains("f.yaml:5:7: the change has eks/c/nodegroup/core make its nodes anew", graph.Find<KubeNode>("n")!.KubeletVersion.Gap!.Detail, StringComparison.Ordinal);
    }

    private static Resource Node => new KubeNode
    {
        Id = "n", ProviderId = "aws:///us-east-1a/i-1", Allocatable = Labels(("cpu", "16")),
        Labels = Labels(("karpenter.sh/nodepool", "sessions"), ("node.kubernetes.io/instance-type", "m6i.4xlarge")),
    };

    private static Resource Other => new KubeNode { Id = "other", Allocatable = Labels(("cpu", "16")), Labels = Labels(("karpenter.sh/nodepool", "batch")) };

    private static Resource Host => new ComputeInstance { Id = "i-1", InstanceType = "m6i.4xlarge", Subnet = new Ref<Subnet>("subnet-old"), PublicIp = (string?)null };

    private static NodeGroup Pool(string key, params string[] types) => new()
    {
        Id = $"pool of {types.Length}", Key = key, Requirements = new Items<LabelRequirement>([new("node.kubernetes.io/instance-type", "In", new Items<string>(types))]),
    };

    private static NodeClass Class(string id, string subnet, bool givesAddresses) => new()
    {
        Id = id, Key = "NodeClass/ec2nodeclasses/sessions", AssociatePublicIp = (bool?)givesAddresses,
        SubnetTerms = new Items<SelectorTerm>([new(Labels(("id", subnet)).Value, StringMap.Empty)]),
    };

    private static NodeGroup Managed(string id, string type) => new() { Id = id, Key = "eks/c/nodegroup/core", InstanceTypes = new Items<string>([type]) };

    private static Fact<StringMap> Labels(params (string Name, string Value)[] labels) => new StringMap(labels.Select(l => KeyValuePair.Create(l.Name, l.Value)));
}
