using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>What holds for every list: pages, nothing there, no right, no version that can be read.</summary>
public sealed class EveryListTests
{
    private static readonly (IKubernetesCollector Collector, string[] Resources)[] s_lists =
    [
        (new GatewayCollector(), ["gateway.networking.k8s.io/v1/gateways"]),
        (new HorizontalPodAutoscalerCollector(), ["autoscaling/v2/horizontalpodautoscalers"]),
        (new IngressClassCollector(), ["networking.k8s.io/v1/ingressclasses", "gateway.networking.k8s.io/v1/gatewayclasses"]),
        (new IngressCollector(), ["networking.k8s.io/v1/ingresses", "gateway.networking.k8s.io/v1/httproutes", "traefik.io/v1alpha1/ingressroutes",
            "traefik.containo.us/v1alpha1/ingressroutes", "projectcontour.io/v1/httpproxies"]),
        (new KarpenterPoolCollector(), ["karpenter.sh/v1/nodepools", "karpenter.sh/v1alpha5/provisioners"]),
        (new NetworkPolicyCollector(), ["networking.k8s.io/v1/networkpolicies"]),
        (new NodeClaimCollector(), ["karpenter.sh/v1/nodeclaims"]),
        (new NodeClassCollector(), ["karpenter.k8s.aws/v1/ec2nodeclasses", "eks.amazonaws.com/v1/nodeclasses"]),
        (new PodDisruptionBudgetCollector(), ["policy/v1/poddisruptionbudgets"]),
        (new TargetGroupBindingCollector(), ["elbv2.k8s.aws/v1beta1/targetgroupbindings", "eks.amazonaws.com/v1/targetgroupbindings"]),
        (new WorkbenchSiteCollector(), ["core.posit.team/v1beta1/sites"]),
    ];

    public static TheoryData<string, string> Lists() => [.. s_lists.SelectMany(l => l.Resources.Select(r => (l.Collector.GetType().Name, r)))];

    [Theory, MemberData(nameof(Lists))]
    public async Task Pages_are_one_list(string collector, string resource)
    {
        var cluster = new ListedCluster().With(resource, ListedCluster.Page("t1", Named("a"))).WithNext(resource, "t1", ListedCluster.Page("", Named("b")));

        var snapshot = await cluster.Collect(Of(collector).Collector);

        Assert.Equal(["\"a\"", "\"b\""], snapshot.Observations.Select(o => o.Value("Name")));
        Assert.Equal(2, snapshot.Observations.Select(o => o.Id).Distinct().Count());
        Assert.All(snapshot.Coverage, c => Assert.Null(c.Gap));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Forbidden_list_is_a_gap_and_the_others_are_complete(string collector, string resource)
    {
        var snapshot = await new ListedCluster().With(resource, ListedCluster.Forbidden).Collect(Of(collector).Collector);

        var gap = Assert.Single(snapshot.Coverage, c => c.Gap is not null).Gap!;
        Assert.Equal((GapCause.Denied, $"allow {Action(resource)} (cluster-wide)"), (gap.Cause, gap.Remedy.ToString()));
        Assert.Empty(snapshot.Observations);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Group_that_the_server_lacks_is_complete_and_empty(string collector, string resource)
    {
        var snapshot = await new ListedCluster().Collect(Of(collector).Collector);

        Assert.Equal((null, "k8s/loopback"), Assert.Single(snapshot.Coverage, c => c.Action == Action(resource)) is var c ? (c.Gap, c.Scope) : default);
        Assert.Equal(Of(collector).Resources.Length, snapshot.Coverage.Count);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Empty_list_is_complete(string collector, string resource) =>
        Assert.All((await new ListedCluster().With(resource).Collect(Of(collector).Collector)).Coverage, c => Assert.Null(c.Gap));

    [Theory, MemberData(nameof(Lists))]
    public async Task Version_that_nobody_here_can_read_is_a_gap(string collector, string resource)
    {
        var parts = resource.Split('/');

        var snapshot = await new ListedCluster().With($"{parts[0]}/v9/{parts[2]}", Named("a")).Collect(Of(collector).Collector);

        Assert.Equal(GapCause.Unsupported, Assert.Single(snapshot.Coverage, c => c.Gap is not null).Gap!.Cause);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Object_without_a_name_makes_the_list_incomplete(string collector, string resource) =>
        Assert.Contains("without metadata.name", Assert.Single((await new ListedCluster().With(resource, "{}").Collect(Of(collector).Collector)).Coverage, c => c.Gap is not null).Gap!.Detail, StringComparison.Ordinal);

    /// <summary>Every property that is not read is a gap that says which, and there is no default that looks like an answer.</summary>
    [Theory, MemberData(nameof(Lists))]
    public async Task Object_in_a_form_that_nobody_knows_hides_its_facts(string collector, string resource)
    {
        var snapshot = await new ListedCluster().With(resource, """{"metadata":{"name":"a","namespace":"ns","annotations":[],"labels":[]},"spec":7,"status":7}""").Collect(Of(collector).Collector);

        string[] always = ["Name", "Namespace", "Flavor", "Cluster", "Pool", "Status", "ApiVersion", "Parents", "HasCookieAffinity", "ClassName", "IsDefault", "Provisioner", "Hostnames"];
        Assert.Empty(Assert.Single(snapshot.Observations).Known().Except(always));
    }

    [Fact]
    public void Every_collector_is_registered_once_and_in_order()
    {
        var names = KubernetesCollectors.All.Select(c => c.GetType().Name).ToList();

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.All(s_lists, l => Assert.Contains(l.Collector.GetType().Name, names));
    }

    private static (IKubernetesCollector Collector, string[] Resources) Of(string name) => s_lists.Single(l => l.Collector.GetType().Name == name);

    private static string Action(string resource) => $"list {resource.Split('/')[2]}.{resource.Split('/')[0]}";

    private static string Named(string name) => $$$"""{"metadata":{"name":"{{{name}}}","namespace":"ns"},"spec":{},"status":{}}""";
}
