using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>What a snapshot says of listings, whether they brought anything or not.</summary>
public sealed class CoreCoverageTests
{
    private static readonly string[] s_kinds =
        ["CsiDriver", "HelmRelease", "KubeNode", "KubeService", "KubeVolume", "Pod", "ServiceAccount", "StorageClass", "VolumeClaim", "Workload"];

    [Fact]
    public void Collectors_stand_in_the_order_of_their_names() =>
        Assert.Equal(KubernetesCollectors.All.Select(c => c.GetType().Name).Order(StringComparer.Ordinal), KubernetesCollectors.All.Select(c => c.GetType().Name));

    [Fact]
    public async Task Empty_cluster_is_covered_completely()
    {
        var snapshot = await new CoreCluster().Scan();

        Assert.Empty(snapshot.Observations);
        Assert.All(Core(snapshot), c => Assert.Null(c.Gap));
        Assert.Equal(s_kinds, Core(snapshot).Select(c => c.Kind).Distinct());
        Assert.Equal(["list daemonsets.apps", "list deployments.apps", "list jobs.batch", "list statefulsets.apps"], Core(snapshot).Where(c => c.Kind == nameof(Workload)).Select(c => c.Action));
    }

    [Fact]
    public async Task Group_that_the_server_lacks_holds_nothing()
    {
        var cluster = new CoreCluster { Answers = { ["/apis"] = KubernetesAnswer.Ok("""{"groups":[]}""") } };

        Assert.All(Core(await cluster.Scan()), c => Assert.Null(c.Gap));
    }

    [Fact]
    public async Task Everything_forbidden_is_a_gap_of_every_listing()
    {
        var cluster = new CoreCluster();
        foreach (var plural in CoreCluster.Plurals)
            cluster.Answers[CoreCluster.Path(plural)] = KubernetesAnswer.Status(403, "Forbidden", $"{plural} is forbidden: User cannot list resource at the cluster scope");

        var coverage = Core(await cluster.Scan());

        Assert.Equal(CoreCluster.Plurals.Length + 1, coverage.Count); // services bring Helm's releases too
        Assert.All(coverage, c => Assert.Equal((GapCause.Denied, c.Kind, c.Action), (c.Gap!.Cause, c.Gap.Kind, c.Gap.Action)));
        Assert.Contains(coverage, c => c.Gap!.Remedy.ToString() == "allow list pods (cluster-wide)");
    }

    [Fact]
    public async Task Closed_cluster_is_a_gap_of_every_listing()
    {
        var cluster = new CoreCluster { Answers = { ["/apis"] = KubernetesAnswer.Status(401, "Unauthorized", "Unauthorized") } };

        var coverage = Core(await cluster.Scan());

        Assert.Equal(s_kinds, coverage.Select(c => c.Kind).Distinct());
        Assert.All(coverage, c => Assert.Equal("get /apis", c.Gap!.Action));
    }

    [Fact]
    public async Task Pages_are_put_together()
    {
        var cluster = new CoreCluster();
        cluster.Answers[CoreCluster.Path("pods")] = CoreCluster.Page("two", CoreObjects.Pod);
        cluster.Answers[CoreCluster.Path("pods") + "&continue=two"] = CoreCluster.Page("", CoreObjects.Session);

        var snapshot = await cluster.Scan();

        Assert.Equal(2, snapshot.Observations.Count);
        Assert.Empty(snapshot.Gaps);
    }

    [Fact]
    public async Task Pages_before_one_that_fails_are_kept_under_a_gap()
    {
        var cluster = new CoreCluster();
        cluster.Answers[CoreCluster.Path("services")] = CoreCluster.Page("two", CoreObjects.Service);
        cluster.Answers[CoreCluster.Path("services") + "&continue=two"] = new(500, "oops", "text/plain");

        var snapshot = await cluster.Scan();

        Assert.Equal(["HelmRelease", "KubeService"], snapshot.Observations.Select(o => o.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(["HelmRelease", "KubeService"], snapshot.Coverage.Where(c => c.Gap is not null).Select(c => c.Kind));
    }

    [Fact]
    public async Task Object_without_a_name_makes_its_listing_incomplete_and_hides_no_other()
    {
        var snapshot = await new CoreCluster().Set("pods", """{"metadata":{}}""", CoreObjects.Pod, "17").Scan();

        Assert.Single(snapshot.Observations);
        Assert.Equal("list pods answered with an item without metadata.name", Assert.Single(Core(snapshot), c => c.Gap is not null).Gap!.Detail);
    }

    [Fact]
    public async Task Same_cluster_gives_the_same_bytes()
    {
        string[] pods = [CoreObjects.Session, CoreObjects.Pod];
        var (one, other) = (await new CoreCluster().Set("pods", pods).Scan(), await new CoreCluster().Set("pods", pods.Reverse()).Scan());

        Assert.Equal(one.Facts(), other.Facts());
    }

    private static List<Coverage> Core(Snapshot snapshot) => [.. snapshot.Coverage.Where(c => s_kinds.Contains(c.Kind))];
}
