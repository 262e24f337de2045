using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class KubernetesScopeTests
{
    private const string NodePools = "/apis/karpenter.sh/v1/nodepools?limit=500";
    private static readonly ApiResource s_nodePools = new("karpenter.sh", ["v1", "v1beta1"], "nodepools");
    private static readonly KubernetesAnswer s_forbidden = KubernetesAnswer.Status(403, "Forbidden", "may not");

    [Fact]
    public async Task Cluster_says_who_it_is()
    {
        await using var cluster = new LoopbackCluster(Server());
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));

        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);

        Assert.Equal(("k8s/loopback", "v1.33.1", "6b7c"), (scope.Name, scope.Version.Value, scope.Uid.Value));
        Assert.Contains("without TLS", Assert.Single(scope.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cluster_whose_namespace_may_not_be_read_has_no_uid_and_is_scanned_all_the_same()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server()) { ["/api/v1/namespaces/kube-system"] = s_forbidden });
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));

        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);

        Assert.Equal("allow get namespaces (cluster-wide)", scope.Uid.Gap!.Remedy.ToString());
        Assert.Single((await List(scope)).Items);
    }

    [Fact]
    public async Task Group_that_the_server_lacks_is_an_empty_listing_and_never_asked_for()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[]}"""),
            [NodePools] = s_forbidden,
        });

        Assert.Null((await List(cluster)).Gap);
        Assert.DoesNotContain(NodePools, cluster.Paths);
    }

    [Fact]
    public async Task Resource_that_its_group_lacks_is_an_empty_listing()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis/karpenter.sh/v1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"nodeclaims"}]}"""),
            [NodePools] = s_forbidden,
        });

        Assert.Null((await List(cluster)).Gap);
    }

    [Fact]
    public async Task Resource_that_is_forbidden_is_a_gap()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server()) { [NodePools] = s_forbidden });

        Assert.Equal("allow list nodepools.karpenter.sh (cluster-wide)", (await List(cluster)).Gap!.Remedy.ToString());
    }

    [Fact]
    public async Task Group_in_versions_that_nobody_here_can_read_is_a_gap()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"karpenter.sh","versions":[{"version":"v2"}]}]}"""),
        });

        var gap = (await List(cluster)).Gap!;

        Assert.Equal((GapCause.Unsupported, "the server has karpenter.sh only in v2, and v1, v1beta1 can be read"), (gap.Cause, gap.Detail));
    }

    [Fact]
    public async Task Older_version_is_read_where_the_server_has_no_other()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"karpenter.sh","versions":[{"version":"v1beta1"}]}]}"""),
            ["/apis/karpenter.sh/v1beta1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"nodepools"}]}"""),
            ["/apis/karpenter.sh/v1beta1/nodepools?limit=500"] = Server()[NodePools],
        });

        Assert.Single((await List(cluster)).Items);
    }

    [Fact]
    public async Task Resource_that_only_an_older_version_of_its_group_has_is_read_in_that()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"karpenter.sh","versions":[{"version":"v1"},{"version":"v1beta1"}]}]}"""),
            ["/apis/karpenter.sh/v1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"nodeclaims"}]}"""),
            ["/apis/karpenter.sh/v1beta1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"nodepools"}]}"""),
            ["/apis/karpenter.sh/v1beta1/nodepools?limit=500"] = Server()[NodePools],
        });

        Assert.Single((await List(cluster)).Items);
    }

    [Fact]
    public async Task Group_whose_other_versions_lack_the_resource_is_an_empty_listing()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server())
        {
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"karpenter.sh","versions":[{"version":"v2"}]}]}"""),
            ["/apis/karpenter.sh/v2"] = KubernetesAnswer.Ok("""{"resources":[{"name":"others"}]}"""),
        });

        Assert.Null((await List(cluster)).Gap);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/apis")]
    public async Task Cluster_that_does_not_say_what_it_has_is_asked_nothing_else(string path)
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server()) { [path] = KubernetesAnswer.Status(401, "Unauthorized", "Unauthorized") });
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));

        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);

        var gap = (await List(scope)).Gap!;
        Assert.Equal(($"get {path}", GapCause.Denied), (gap.Action, gap.Cause));
        Assert.Equal(gap, scope.Version.Gap);
        Assert.Equal(gap, scope.Uid.Gap);
        Assert.Equal(path, cluster.Paths[^1]);
    }

    [Fact]
    public async Task Group_whose_server_is_down_is_a_gap()
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>(Server()) { ["/apis/karpenter.sh/v1"] = new(500, "no endpoints", "text/plain") });

        var gap = (await List(cluster)).Gap!;

        Assert.Equal((GapCause.Failed, "get /apis/karpenter.sh/v1", nameof(NodeGroup)), (gap.Cause, gap.Action, gap.Kind));
    }

    private static Dictionary<string, KubernetesAnswer> Server() => new()
    {
        ["/version"] = KubernetesAnswer.Ok("""{"gitVersion":"v1.33.1"}"""),
        ["/api"] = KubernetesAnswer.Ok("""{"versions":["v1"]}"""),
        ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"karpenter.sh","versions":[{"version":"v1"}]}]}"""),
        ["/apis/karpenter.sh/v1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"nodepools"},{"name":"nodepools/status"}]}"""),
        ["/api/v1/namespaces/kube-system"] = KubernetesAnswer.Ok("""{"metadata":{"name":"kube-system","uid":"6b7c"}}"""),
        [NodePools] = KubernetesAnswer.Ok("""{"items":[{"metadata":{"name":"sessions"}}],"metadata":{}}"""),
    };

    private static async Task<Listing<KubernetesObject>> List(LoopbackCluster cluster)
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);
        return await List(scope);
    }

    private static Task<Listing<KubernetesObject>> List(KubernetesScope scope) =>
        scope.List<NodeGroup, KubernetesObject>(s_nodePools, KubernetesObject.Of, o => o.Id, TestContext.Current.CancellationToken);
}
