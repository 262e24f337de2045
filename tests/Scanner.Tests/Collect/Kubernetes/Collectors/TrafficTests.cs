using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

public sealed class TrafficTests
{
    [Fact]
    public async Task Network_policy_says_whom_it_lets_through() => Assert.Equal("""
        Egress [{"peers":[{"cidr":"10.0.0.0/8","except":["10.1.0.0/16"],"namespaces":null,"pods":null}],"ports":[{"protocol":"TCP","port":"443","endPort":500}]}]
        Ingress [{"peers":[{"cidr":null,"except":[],"namespaces":{"matchLabels":{},"matchExpressions":[]},"pods":null}],"ports":[{"protocol":"UDP","port":"dns","endPort":null}]}]
        Name "a"
        Namespace "ns"
        Pods {"matchLabels":{"app":"w"},"matchExpressions":[{"key":"k","operator":"Exists","values":[]}]}
        Types ["Ingress","Egress"]
        """, (await One(new NetworkPolicyCollector(), "networking.k8s.io/v1/networkpolicies", """
        {"podSelector":{"matchLabels":{"app":"w"},"matchExpressions":[{"key":"k","operator":"Exists"}]},
        "ingress":[{"from":[{"namespaceSelector":{}}],"ports":[{"protocol":"UDP","port":"dns"}]}],
        "egress":[{"to":[{"ipBlock":{"cidr":"10.0.0.0/8","except":["10.1.0.0/16"]}}],"ports":[{"port":443,"endPort":500}]}]}
        """)).Lines());

    [Theory]
    [InlineData("""{"podSelector":{}}""", """["Ingress"]""")]
    [InlineData("""{"podSelector":{},"egress":[{}]}""", """["Ingress","Egress"]""")]
    [InlineData("""{"podSelector":{},"policyTypes":["Egress"]}""", """["Egress"]""")]
    public async Task Types_that_a_policy_does_not_say_are_those_of_the_api(string spec, string expected) =>
        Assert.Equal(expected, (await One(new NetworkPolicyCollector(), "networking.k8s.io/v1/networkpolicies", spec)).Value("Types"));

    [Fact]
    public async Task Peer_of_an_unknown_form_is_not_everybody()
    {
        var policy = await One(new NetworkPolicyCollector(), "networking.k8s.io/v1/networkpolicies", """{"podSelector":{},"egress":[{"to":[{"fqdn":"x"}]}]}""");

        Assert.Equal(["Egress"], policy.Hidden());
    }

    [Fact]
    public async Task Autoscaler_names_its_target() => Assert.Equal("""
        MaxReplicas 4
        MinReplicas 1
        Name "a"
        Namespace "ns"
        TargetKind "Deployment"
        TargetName "w"
        """, (await One(new HorizontalPodAutoscalerCollector(), "autoscaling/v1/horizontalpodautoscalers", """{"scaleTargetRef":{"kind":"Deployment","name":"w"},"maxReplicas":4}""")).Lines());

    [Theory]
    [InlineData("v1", """{"selector":{},"minAvailable":1}""", """{"matchLabels":{},"matchExpressions":[]}""")]
    [InlineData("v1beta1", """{"selector":{},"minAvailable":1}""", "null")]
    [InlineData("v1", """{"minAvailable":1}""", "null")]
    [InlineData("v1beta1", """{"selector":{"matchLabels":{"a":"b"}},"minAvailable":1}""", """{"matchLabels":{"a":"b"},"matchExpressions":[]}""")]
    public async Task Budget_without_conditions_means_all_or_none_by_its_version(string version, string spec, string expected)
    {
        var budget = await One(new PodDisruptionBudgetCollector(), $"policy/{version}/poddisruptionbudgets", spec);

        Assert.Equal((expected, "\"1\"", "null"), (budget.Value("Selector"), budget.Value("MinAvailable"), budget.Value("MaxUnavailable")));
    }

    [Theory]
    [InlineData("elbv2.k8s.aws/v1beta1/targetgroupbindings")]
    [InlineData("eks.amazonaws.com/v1/targetgroupbindings")]
    public async Task Target_group_binding_joins_service_and_target_group(string resource) => Assert.Equal("""
        Name "a"
        Namespace "ns"
        Port "80"
        Service "w"
        TargetGroup "arn:aws:tg"
        TargetGroupName null
        TargetType "ip"
        """, (await One(new TargetGroupBindingCollector(), resource, """{"targetGroupARN":"arn:aws:tg","serviceRef":{"name":"w","port":80},"targetType":"ip"}""")).Lines());

    [Fact]
    public async Task Gateway_says_its_class_and_addresses() => Assert.Equal("""
        Annotations {}
        ClassName "alb"
        Hostnames ["x.elb.amazonaws.com"]
        Name "a"
        Namespace "ns"
        """, (await One(new GatewayCollector(), "gateway.networking.k8s.io/v1/gateways", """{"gatewayClassName":"alb"}""", """{"addresses":[{"type":"Hostname","value":"x.elb.amazonaws.com"}]}""")).Lines());

    [Fact]
    public async Task Classes_name_their_controllers()
    {
        var snapshot = await new ListedCluster()
            .With("networking.k8s.io/v1/ingressclasses", """{"metadata":{"name":"alb","annotations":{"ingressclass.kubernetes.io/is-default-class":"true"}},"spec":{"controller":"ingress.k8s.aws/alb"}}""")
            .With("gateway.networking.k8s.io/v1/gatewayclasses", """{"metadata":{"name":"alb"},"spec":{"controllerName":"gateway.k8s.aws/alb"}}""").Collect(new IngressClassCollector());

        Assert.Equal([("\"gateway.k8s.aws/alb\"", "false"), ("\"ingress.k8s.aws/alb\"", "true")], snapshot.Observations.Select(o => (o.Value("Controller"), o.Value("IsDefault"))));
    }

    [Fact]
    public async Task Site_of_the_team_operator_says_its_workbench() => Assert.Equal("""
        Name "a"
        Namespace "ns"
        WorkbenchImage "workbench:1"
        WorkbenchReplicas 2
        """, (await One(new WorkbenchSiteCollector(), "core.posit.team/v1beta1/sites", """{"workbench":{"image":"workbench:1","replicas":2}}""")).Lines());

    [Theory]
    [InlineData("""{"scaleTargetRef":{"kind":"Deployment"},"maxReplicas":4}""", "TargetName")]
    [InlineData("""{"scaleTargetRef":{"kind":"Deployment","name":"w"}}""", "MaxReplicas")]
    [InlineData("""{"scaleTargetRef":{"kind":"Deployment","name":"w"},"maxReplicas":"4"}""", "MaxReplicas")]
    public async Task Field_that_is_missing_hides_that_property_only(string spec, string property)
    {
        var scaler = await One(new HorizontalPodAutoscalerCollector(), "autoscaling/v2/horizontalpodautoscalers", spec);

        Assert.Equal([property], scaler.Hidden());
    }

    private static async Task<Observation> One(IKubernetesCollector collector, string resource, string spec, string status = "{}") => Assert.Single((await new ListedCluster()
        .With(resource, $$$"""{"metadata":{"name":"a","namespace":"ns"},"spec":{{{spec}}},"status":{{{status}}}}""").Collect(collector)).Observations);
}
