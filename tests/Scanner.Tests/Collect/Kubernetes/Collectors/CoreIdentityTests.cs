using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>Keys that survive replacement, versions, and releases told by labels.</summary>
public sealed class CoreIdentityTests
{
    [Theory]
    [InlineData("ReplicaSet", "rsw-5d8f9c", "Pod/posit/rsw")]
    [InlineData("ReplicaSet", "by-hand", "Pod/posit/by-hand")]
    [InlineData("StatefulSet", "postgres", "Pod/posit/rsw-5d8f9c-abcde")]
    [InlineData("DaemonSet", "efs-csi-node", "Pod/posit/efs-csi-node")]
    [InlineData("Job", "backup", "Pod/posit/backup")]
    [InlineData("Job", "backup-28912345", "Pod/posit/backup")]
    [InlineData("Node", "ip-10-0-1-20", "Pod/posit/rsw-5d8f9c-abcde")]
    public async Task Pod_key(string kind, string name, string key)
    {
        var pod = JsonNode.Parse(CoreObjects.Pod)!;
        (pod["metadata"]!["ownerReferences"]![0]!["kind"], pod["metadata"]!["ownerReferences"]![0]!["name"]) = (kind, name);

        var read = await CoreCluster.One<Pod>("pods", pod.ToJsonString());

        Assert.Equal((key, $"{kind}/{name}"), (read.Key, read.Owner.Value));
    }

    [Fact]
    public async Task Owner_that_does_not_control_is_none()
    {
        var pod = JsonNode.Parse(CoreObjects.Pod)!;
        pod["metadata"]!["ownerReferences"]![0]!["controller"] = false;

        Assert.Null((await CoreCluster.One<Pod>("pods", pod.ToJsonString())).Owner.Value);
    }

    [Theory]
    [InlineData("""{"labels":{"app.kubernetes.io/managed-by":"launcher"}}""", "Workload/posit/Job/session")]
    [InlineData("""{"ownerReferences":[{"kind":"CronJob","name":"backup","controller":true}]}""", "Workload/posit/Job/backup")]
    [InlineData("{}", "Workload/posit/Job/session-8c1a")]
    public async Task Job_key(string metadata, string key)
    {
        var job = JsonNode.Parse(metadata)!;
        (job["name"], job["namespace"]) = ("session-8c1a", "posit");

        Assert.Equal(key, (await CoreCluster.One<Workload>("jobs", $$$$$$"""{"metadata":{{{{{{job.ToJsonString()}}}}}},"spec":{},"status":{}}""")).Key);
    }

    [Theory]
    [InlineData("""{"karpenter.sh/nodepool":"sessions"}""", "KubeNode/nodepool/sessions")]
    [InlineData("""{"karpenter.sh/provisioner-name":"old"}""", "KubeNode/nodepool/old")]
    [InlineData("{}", "KubeNode/n1")]
    public async Task Node_key(string labels, string key) =>
        Assert.Equal(key, (await CoreCluster.One<KubeNode>("nodes", $$$$$$"""{"metadata":{"name":"n1","labels":{{{{{{labels}}}}}}},"spec":{},"status":{}}""")).Key);

    [Fact]
    public async Task Deployment_and_stateful_set_of_one_name_are_two() => Assert.Equal(2,
        (await new CoreCluster().Set("deployments", CoreScan.Small("x", "{}")).Set("statefulsets", CoreScan.Small("x", "{}")).Scan()).Observations.Where(o => o.Kind == nameof(Workload)).Select(o => (o.Id, o.Key)).Distinct().Count());

    [Theory]
    [InlineData("v1.33.1-eks-1234567", "1.33.1")]
    [InlineData("v1.28.3-gke.1203001", "1.28.3")]
    [InlineData("v1.30.2+k3s1", "1.30.2")]
    [InlineData("v1.34.0-rc.1", "1.34.0rc.1")]
    [InlineData("v1.34.0-alpha.2", "1.34.0alpha.2")]
    [InlineData("unknown", null)]
    public void Version(string text, string? version) => Assert.Equal(version, SemanticVersion.OfKubernetes(text)?.ToString());

    [Theory]
    [InlineData("rstudio-workbench-0.22.0", "postgresql-12.1.9", "rstudio-workbench", "0.22.0")]
    [InlineData("aws-load-balancer-controller-1.8.1", "aws-load-balancer-controller-1.8.1", "aws-load-balancer-controller", "1.8.1")]
    [InlineData("x-1.2.3-rc.1_build", "x-1.2.3-rc.1_build", "x", "1.2.3-rc.1+build")]
    [InlineData("odd", "odd", "odd", null)]
    public async Task Chart_of_a_release(string one, string other, string chart, string? version)
    {
        var release = await Release(one, other);
        Assert.Equal((chart, version), (release.Chart.Value, release.ChartVersion.Value));
    }

    [Theory]
    [InlineData("rstudio-workbench-0.22.0", "rstudio-workbench-0.21.0")]
    [InlineData("a-1.0.0", "b-1.0.0")]
    public async Task Charts_between_which_nothing_chooses_are_a_gap(string one, string other) =>
        Assert.Equal(GapCause.Ambiguous, (await Release(one, other)).Chart.Gap!.Cause);

    [Fact]
    public async Task Services_that_helm_did_not_make_bring_no_release() =>
        Assert.DoesNotContain((await new CoreCluster().Set("services", """{"metadata":{"name":"x","namespace":"posit"},"spec":{},"status":{}}""").Scan()).Observations, o => o.Kind == nameof(HelmRelease));

    [Fact]
    public async Task Service_whose_annotations_cannot_be_read_leaves_releases_incomplete() => Assert.Equal("metadata.annotations",
        Assert.Single((await new CoreCluster().Set("services", """{"metadata":{"name":"x","namespace":"posit","annotations":[]},"spec":{},"status":{}}""").Scan()).Coverage, c => c.Gap is not null).Gap!.Detail.Split(' ')[^1]);

    private static async Task<HelmRelease> Release(params string[] charts)
    {
        var snapshot = await new CoreCluster().Set("services", charts.Select((c, i) =>
            CoreObjects.Service.Replace("rstudio-workbench-0.22.0", c, StringComparison.Ordinal).Replace("\"name\":\"rsw\"", $"\"name\":\"s{i}\"", StringComparison.Ordinal))).Scan();
        return snapshot.Of<HelmRelease>($"{CoreCluster.Id}/HelmRelease/posit/rsw");
    }
}
