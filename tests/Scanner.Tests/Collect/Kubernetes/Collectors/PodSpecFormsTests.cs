using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>Less common forms of a pod's spec, which are read as they are meant or not at all.</summary>
public sealed class PodSpecFormsTests
{
    private const string Nodes = "requiredDuringSchedulingIgnoredDuringExecution";

    [Theory]
    [InlineData("""{"tolerations":[{"key":"memory","operator":"Gt","value":"5"}]}""", "spec.template.spec.tolerations[0].operator")]
    [InlineData($$$$$$"""{"affinity":{"nodeAffinity":{"{{{{{{Nodes}}}}}}":{"nodeSelectorTerms":[{"matchFields":[{"key":"metadata.name","operator":"In","values":["n"]}]}]}}}}""", "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields")]
    [InlineData($$$$$$"""{"affinity":{"nodeAffinity":{"{{{{{{Nodes}}}}}}":{"nodeSelectorTerms":[{}]}}}}""", "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms")]
    [InlineData($$$$$$"""{"affinity":{"nodeAffinity":{"{{{{{{Nodes}}}}}}":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"Like"}]}]}}}}""", "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator")]
    public async Task Placement_that_cannot_be_said_is_a_gap(string spec, string field) =>
        Assert.Equal($"list deployments.apps answered without a usable {field}", (await Workload(spec)).Placement.Gap!.Detail);

    [Fact]
    public async Task Terms_without_conditions_match_no_node_and_are_left_out() => Assert.Equal("a Exists",
        (await Workload($$$$$$"""{"affinity":{"nodeAffinity":{"{{{{{{Nodes}}}}}}":{"nodeSelectorTerms":[{},{"matchExpressions":[{"key":"a","operator":"Exists"}]}]}}}}""")).Placement.Value.RequiredNodes.ToString());

    [Fact]
    public async Task Pod_that_asks_for_nothing_may_lie_anywhere()
    {
        var workload = await Workload("""{"nodeSelector":null,"affinity":{},"tolerations":[]}""");
        Assert.Equal(("tolerations none; nodes any", true), (workload.Placement.Value.ToString(), workload.PrefersApart.IsFalse));
        Assert.Equal((0, 0), (workload.AntiAffinity.Value.Count, workload.SpreadConstraints.Value.Count));
    }

    [Theory]
    [InlineData("""{"topologyKey":"zone"}""", true)]
    [InlineData("""{"topologyKey":"zone","namespaces":["posit","other"]}""", true)]
    [InlineData("""{"topologyKey":"zone","namespaceSelector":{}}""", true)]
    [InlineData("""{"topologyKey":"zone","matchLabelKeys":["pod-template-hash"]}""", true)]
    [InlineData("""{"topologyKey":"zone","namespaces":["other"]}""", false)]
    [InlineData("""{"topologyKey":"zone","namespaceSelector":{"matchLabels":{"team":"a"}}}""", false)]
    [InlineData("""{"topologyKey":"zone","mismatchLabelKeys":["pod-template-hash"]}""", false)]
    [InlineData("""{"labelSelector":{}}""", false)]
    public async Task Anti_affinity_counts_where_it_surely_holds_for_the_own_namespace(string term, bool isKnown)
    {
        var apart = (await Workload($$$$$$"""{"affinity":{"podAntiAffinity":{"{{{{{{Nodes}}}}}}":[{{{{{{term}}}}}}]}}}""")).AntiAffinity;

        Assert.Equal(isKnown, apart.IsKnown);
        if (isKnown) Assert.Equal([new("zone", null)], apart.Value);
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"x","emptyDir":{},"hostPath":{"path":"/"}}""")]
    [InlineData("""{"name":"x","nfs":{"path":"/"}}""")]
    [InlineData("""{"name":"x","persistentVolumeClaim":{}}""")]
    public async Task Volume_that_says_no_one_source_is_a_gap(string volume) => Assert.False((await Workload($$$$$$"""{"volumes":[{{{{{{volume}}}}}}]}""")).Volumes.IsKnown);

    [Fact]
    public async Task Volume_of_a_kind_that_nobody_here_knows_keeps_its_kind() =>
        Assert.Equal("quantum", Assert.Single((await Workload("""{"volumes":[{"name":"x","quantum":{"a":1}}]}""")).Volumes.Value).Kind);

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""[{"eniId":"eni-1"}]""")]
    [InlineData("""[{"eniId":"eni-1","privateIp":"10.0.0.1"},{"eniId":"eni-2","privateIp":"10.0.0.2"}]""")]
    public async Task Branch_interface_that_cannot_be_read_is_a_gap(string annotation)
    {
        var pod = JsonNode.Parse(CoreObjects.Pod)!;
        pod["metadata"]!["annotations"]!["vpc.amazonaws.com/pod-eni"] = annotation;

        var read = await CoreCluster.One<Pod>("pods", pod.ToJsonString());

        Assert.Equal((false, true), (read.Branch.IsKnown, read.Annotations.IsKnown));
    }

    [Theory]
    [InlineData("""{"template":{"spec":{"containers":[]}}}""", "{}", "deployments", 1, 0, 0)]
    [InlineData("""{"replicas":0}""", "{}", "statefulsets", 0, 0, 0)]
    [InlineData("""{"replicas":2}""", """{"readyReplicas":2}""", "statefulsets", 2, 2, null)]
    [InlineData("""{"parallelism":4}""", """{"active":4,"ready":3}""", "jobs", 4, 3, 3)]
    [InlineData("{}", """{"succeeded":1}""", "jobs", 1, 0, 0)]
    [InlineData("{}", """{"active":1}""", "jobs", 1, null, null)]
    [InlineData("{}", "{}", "daemonsets", null, null, 0)]
    public async Task Replicas(string spec, string status, string plural, int? wanted, int? ready, int? available)
    {
        var workload = await CoreCluster.One<Workload>(plural, $$$$$$"""{"metadata":{"name":"x","namespace":"posit"},"spec":{{{{{{spec}}}}}},"status":{{{{{{status}}}}}}}""");

        Assert.Equal((wanted, ready, available), (Known(workload.Replicas), Known(workload.ReadyReplicas), Known(workload.AvailableReplicas)));
    }

    private static int? Known(Fact<int> fact) => fact.IsKnown ? fact.Value : null;

    private static Task<Workload> Workload(string spec)
    {
        var workload = JsonNode.Parse(CoreScan.Small("x", "{}"))!;
        foreach (var (name, value) in JsonNode.Parse(spec)!.AsObject()) workload["spec"]!["template"]!["spec"]![name] = value?.DeepClone();
        return CoreCluster.One<Workload>("deployments", workload.ToJsonString());
    }
}
