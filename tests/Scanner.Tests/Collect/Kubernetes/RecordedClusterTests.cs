using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class RecordedClusterTests
{
    [Theory]
    [InlineData("eks-good", "v1.33.4-eks-e386d34")]
    [InlineData("eks-drifted", "v1.29.15-eks-ecaa3a6")]
    public async Task Every_recorded_list_is_read_as_its_group_serves_it(string name, string version)
    {
        await using var cluster = new RecordedCluster(name);
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);

        Assert.Equal(version, scope.Version.Value);
        foreach (var resource in new RecordedClusterCase(name).Lists.Select(Resource))
        {
            var list = await List(scope, resource);
            Assert.True(list.Gap is null, $"{resource.Name}: {list.Gap}");
            Assert.Contains(resource.Name, cluster.Asked);
        }
    }

    [Fact]
    public async Task Pods_come_in_two_pages()
    {
        await using var cluster = new RecordedCluster("eks-good");

        var pods = await Pods(cluster);

        Assert.Null(pods.Gap);
        Assert.Equal(2, cluster.Answered.Count(r => r.Path.StartsWith("/api/v1/pods?", StringComparison.Ordinal)));
        Assert.Equal(3, pods.Items.Count(i => i.Value!.Id!.StartsWith("posit/rstudio-workbench-", StringComparison.Ordinal)));
        Assert.Equal(4, pods.Items.Count(i => i.Value!.Id!.StartsWith("posit/session-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Trouble.Denied, GapCause.Denied)]
    [InlineData(Trouble.Expired, GapCause.Denied)]
    [InlineData(Trouble.Cut, GapCause.Failed)]
    [InlineData(Trouble.Empty, GapCause.Failed)]
    [InlineData(Trouble.Broken, GapCause.Failed)]
    public async Task Trouble_with_pods_is_trouble_with_nothing_else(Trouble trouble, GapCause cause)
    {
        await using var cluster = new RecordedCluster("eks-good");
        cluster.With("pods", trouble);
        using var calls = new ApiCalls(new HandClock(), HandClock.Never);
        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);

        Assert.Equal(cause, (await List(scope, new("", ["v1"], "pods"))).Gap!.Cause);
        Assert.Null((await List(scope, new("", ["v1"], "nodes"))).Gap);
    }

    private static async Task<Listing<KubernetesObject>> Pods(RecordedCluster cluster)
    {
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);
        return await List(scope, new("", ["v1"], "pods"));
    }

    /// <summary>The resource whose list a file has: <c>api.v1.pods</c>, <c>apis.networking.k8s.io.v1.ingresses</c>.</summary>
    private static ApiResource Resource(string file)
    {
        var parts = file.Split('.');
        return parts[0] == "api" ? new("", [parts[1]], parts[2]) : new(string.Join('.', parts[1..^2]), [parts[^2]], parts[^1]);
    }

    private static Task<Listing<KubernetesObject>> List(KubernetesScope scope, ApiResource resource) =>
        scope.List<Pod, KubernetesObject>(resource, KubernetesObject.Of, o => o.Id, TestContext.Current.CancellationToken);
}
