using Scanner.Collect.Kubernetes.Collectors;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

public sealed class NodeMakingTests
{
    [Fact]
    public async Task Node_pool_is_a_group_of_nodes()
    {
        var snapshot = await new ListedCluster().With("karpenter.sh/v1/nodepools", """
            {"metadata":{"name":"sessions"},"spec":{"limits":{"cpu":1000,"memory":"1000Gi"},"template":{"metadata":{"labels":{"posit/pool":"sessions"}},"spec":{
            "taints":[{"key":"workload","value":"sessions","effect":"NoSchedule"}],"startupTaints":[{"key":"starting","effect":"NoExecute"}],
            "requirements":[{"key":"karpenter.sh/capacity-type","operator":"In","values":["on-demand"]},{"key":"gpu","operator":"DoesNotExist"}],
            "nodeClassRef":{"group":"karpenter.k8s.aws","kind":"EC2NodeClass","name":"default"}}}},"status":{"conditions":[{"type":"Ready","status":"True"}]}}
            """).Collect(new KarpenterPoolCollector());

        var pool = Assert.Single(snapshot.Observations);
        Assert.Equal(("k8s://loopback/NodeGroup/nodepools/sessions", "NodeGroup/nodepools/sessions"), (pool.Id, pool.Key));
        Assert.Equal("""
            ApiVersion "karpenter.sh/v1"
            Cluster "k8s://loopback"
            IsReady true
            Labels {"posit/pool":"sessions"}
            Limits {"cpu":"1000","memory":"1000Gi"}
            Name "sessions"
            NodeClass "k8s://loopback/NodeClass/ec2nodeclasses/default"
            Pool null
            Provisioner "karpenter"
            Requirements [{"key":"karpenter.sh/capacity-type","operator":"In","values":["on-demand"]},{"key":"gpu","operator":"DoesNotExist","values":[]}]
            StartupTaints [{"key":"starting","value":null,"effect":"NoExecute","keepsAway":true}]
            Status null
            Taints [{"key":"workload","value":"sessions","effect":"NoSchedule","keepsAway":true}]
            """, pool.Lines());
    }

    [Theory]
    [InlineData("""{"group":"eks.amazonaws.com","kind":"NodeClass","name":"default"}""", "\"eksAuto\"", "\"k8s://loopback/NodeClass/nodeclasses/default\"")]
    [InlineData("""{"apiVersion":"karpenter.k8s.aws/v1beta1","kind":"EC2NodeClass","name":"a"}""", "\"karpenter\"", "\"k8s://loopback/NodeClass/ec2nodeclasses/a\"")]
    [InlineData("""{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"a"}""", "? list nodepools.karpenter.sh answered without a usable nodeClassRef, which names a AKSNodeClass", "? list nodepools.karpenter.sh answered without a usable nodeClassRef, which names a AKSNodeClass")]
    public async Task Node_class_says_who_makes_the_nodes(string reference, string provisioner, string nodeClass)
    {
        var snapshot = await new ListedCluster()
            .With("karpenter.sh/v1beta1/nodepools", """{"metadata":{"name":"a"},"spec":{"template":{"spec":{"nodeClassRef":""" + reference + "}}}}").Collect(new KarpenterPoolCollector());

        var pool = Assert.Single(snapshot.Observations);
        Assert.Equal((provisioner, nodeClass), (pool.Value("Provisioner"), pool.Value("NodeClass")));
        Assert.Equal("\"karpenter.sh/v1beta1\"", pool.Value("ApiVersion"));
        Assert.StartsWith("? ", pool.Value("IsReady"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provisioner_of_old_is_a_group_of_nodes()
    {
        var snapshot = await new ListedCluster().With("karpenter.sh/v1alpha5/provisioners", """
            {"metadata":{"name":"sessions"},"spec":{"labels":{"a":"b"},"limits":{"resources":{"cpu":"10"}},"providerRef":{"name":"default"},
            "taints":[{"key":"workload","effect":"NoSchedule"}],"requirements":[]}}
            """).Collect(new KarpenterPoolCollector());

        var pool = Assert.Single(snapshot.Observations);
        Assert.Equal("""{"a":"b"}""", pool.Value("Labels"));
        Assert.Equal("""{"cpu":"10"}""", pool.Value("Limits"));
        Assert.Equal("\"k8s://loopback/NodeClass/awsnodetemplates/default\"", pool.Value("NodeClass"));
        Assert.All(snapshot.Coverage, c => Assert.Null(c.Gap));
    }

    [Fact]
    public async Task Node_classes_say_what_they_found()
    {
        var snapshot = await new ListedCluster()
            .With("karpenter.k8s.aws/v1/ec2nodeclasses", """
                {"metadata":{"name":"default"},"spec":{"associatePublicIPAddress":false,"subnetSelectorTerms":[{"tags":{"discovery":"pwb"}},{"id":"subnet-b"}],
                "securityGroupSelectorTerms":[{"name":"nodes"}],"amiSelectorTerms":[{"alias":"al2023@latest"}]},"status":{"subnets":[{"id":"subnet-b"},{"id":"subnet-a"}],
                "securityGroups":[{"id":"sg-1"}],"conditions":[{"type":"Ready","status":"False"}]}}
                """)
            .With("eks.amazonaws.com/v1/nodeclasses", """{"metadata":{"name":"default"},"spec":{"advancedNetworking":{"associatePublicIPAddress":true}}}""").Collect(new NodeClassCollector());

        Assert.Equal(["k8s://loopback/NodeClass/ec2nodeclasses/default", "k8s://loopback/NodeClass/nodeclasses/default"], snapshot.Observations.Select(o => o.Id));
        Assert.Equal("""
            AssociatePublicIp false
            ImageTerms [{"fields":{"alias":"al2023@latest"},"tags":{}}]
            IsReady false
            Name "default"
            SecurityGroupTerms [{"fields":{"name":"nodes"},"tags":{}}]
            SecurityGroups ["sg-1"]
            SubnetTerms [{"fields":{},"tags":{"discovery":"pwb"}},{"fields":{"id":"subnet-b"},"tags":{}}]
            Subnets ["subnet-a","subnet-b"]
            """, snapshot.Observations[0].Lines());
        Assert.Equal(("true", "? list nodeclasses.eks.amazonaws.com answered without a usable status.subnets"), (snapshot.Observations[1].Value("AssociatePublicIp"), snapshot.Observations[1].Value("Subnets")));
    }

    [Fact]
    public async Task Node_claim_tells_its_pool_and_node()
    {
        var snapshot = await new ListedCluster().With("karpenter.sh/v1/nodeclaims", """
            {"metadata":{"name":"a","labels":{"karpenter.sh/nodepool":"sessions"}},"status":{"nodeName":"ip-10","providerID":"aws:///eu-west-1a/i-1",
            "conditions":[{"type":"Ready","status":"True"},{"type":"Drifted","status":"True"}]}}
            """, """{"metadata":{"name":"b"},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""").Collect(new NodeClaimCollector());

        Assert.Equal("""
            IsDrifted true
            IsReady true
            Name "a"
            Node "ip-10"
            NodePool "sessions"
            ProviderId "aws:///eu-west-1a/i-1"
            """, snapshot.Observations[0].Lines());
        Assert.Equal("false", snapshot.Observations[1].Value("IsDrifted"));
    }
}
