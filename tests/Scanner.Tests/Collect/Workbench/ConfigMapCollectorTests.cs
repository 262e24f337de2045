using System.Text.Json;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model;
using Scanner.Model.Snapshots;
using Scanner.Tests.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Workbench;

public sealed class ConfigMapCollectorTests
{
    private const string Path = "/api/v1/configmaps?limit=500";

    [Fact]
    public async Task Config_maps_of_Workbench_are_kept_and_others_are_not()
    {
        var snapshot = await Collect(KubernetesAnswer.Ok(List(
            Map("c", new() { ["rserver.conf"] = "www-port=8787\nx-secret=canary\n", ["launcher.conf"] = "[cluster]\nname=K\n", ["launcher-env"] = "A=canary", ["other"] = "canary" }),
            Map("t", new() { ["job.tpl"] = "# Version: 2.5.0\nspec:\n  template:\n    spec:\n      # canary\n      nodeSelector: {a: b}\n", ["service.tpl"] = "canary" }),
            Map("canary", new() { ["ca.crt"] = "canary" }))));

        Assert.Equal(["k8s://loopback/ConfigMap/posit/c", "k8s://loopback/ConfigMap/posit/t"], snapshot.Observations.Select(o => o.Id));
        Assert.Equal(["ConfigMap/posit/c", "ConfigMap/posit/t"], snapshot.Observations.Select(o => o.Key));
        Assert.Equal("""["launcher-env","launcher.conf","other","rserver.conf"]""", Value(snapshot, 0, "keys"));
        Assert.Contains("(not kept)", Value(snapshot, 0, "files"), StringComparison.Ordinal);
        Assert.Equal("null", Value(snapshot, 0, "vsCodePlacement"));
        Assert.Equal("\"2.5.0\"", Value(snapshot, 1, "jobTemplateVersion"));
        Assert.Contains("\"a\":\"b\"", Value(snapshot, 1, "vsCodePlacement"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(snapshot.Coverage).Gap);
        Assert.DoesNotContain("canary", string.Concat(snapshot.Observations.SelectMany(o => o.Properties).Select(p => $"{p.Gap}{(p.Gap is null ? p.Value.GetRawText() : "")}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_cannot_be_read_says_so_and_leaves_the_others_in_view()
    {
        var snapshot = await Collect(KubernetesAnswer.Ok(List(Map("c", new() { ["rserver.conf"] = "www-port=8787\ncanary\n", ["rsession.conf"] = "a=1\n" }))));

        var files = snapshot.Of<ConfigMap>(snapshot.Observations[0].Id).Files.Value;
        Assert.Equal(["rserver.conf:2: neither key=value, section nor comment", null], files.AsEnumerable().OrderByDescending(f => f.Problem is null ? 0 : 1).Select(f => f.Problem));
        Assert.All(files, f => Assert.Equal(f.Problem is not null, f.Sections.IsEmpty));
    }

    [Fact]
    public async Task Template_that_is_no_text_is_a_gap_everywhere()
    {
        var snapshot = await Collect(KubernetesAnswer.Ok("""{"items":[{"metadata":{"name":"t","namespace":"posit"},"binaryData":{"job.tpl":"/w=="}}],"metadata":{}}"""));

        Assert.Equal(["jobTemplateVersion", "jupyterPlacement", "positronPlacement", "rStudioPlacement", "templateProblems", "vsCodePlacement"],
            snapshot.Observations[0].Properties.Where(p => p.Gap is not null).Select(p => p.Name));
    }

    [Theory]
    [InlineData("""{"items":[{"metadata":{"name":"t","namespace":"posit"},"data":{"job.tpl":1}}],"metadata":{}}""")]
    [InlineData("""{"items":[{"metadata":{"name":"t","namespace":"posit"},"data":[]}],"metadata":{}}""")]
    [InlineData("""{"items":[{"data":{"job.tpl":""}}],"metadata":{}}""")]
    public async Task Answer_in_another_form_is_a_gap(string answer) => Assert.NotNull(Assert.Single((await Collect(KubernetesAnswer.Ok(answer))).Coverage).Gap);

    [Fact]
    public async Task Refusal_is_a_gap() =>
        Assert.Equal("allow list configmaps (cluster-wide)", Assert.Single((await Collect(KubernetesAnswer.Status(403, "Forbidden", "may not"))).Coverage).Gap!.Remedy.ToString());

    private static string Map(string name, Dictionary<string, string> data) => JsonSerializer.Serialize(new { metadata = new { name, @namespace = "posit" }, data });

    private static string List(params string[] maps) => $$$"""{"items":[{{{string.Join(',', maps)}}}],"metadata":{}}""";

    private static string Value(Snapshot snapshot, int index, string name) => snapshot.Observations[index].Properties.Single(p => p.Name == name).Value.GetRawText();

    private static async Task<Snapshot> Collect(KubernetesAnswer answer)
    {
        await using var cluster = new LoopbackCluster(new Dictionary<string, KubernetesAnswer>
        {
            ["/version"] = KubernetesAnswer.Ok("""{"gitVersion":"v1.33.1"}"""),
            ["/api"] = KubernetesAnswer.Ok("""{"versions":["v1"]}"""),
            ["/apis"] = KubernetesAnswer.Ok("""{"groups":[]}"""),
            ["/api/v1"] = KubernetesAnswer.Ok("""{"resources":[{"name":"configmaps"}]}"""),
            ["/api/v1/namespaces/kube-system"] = KubernetesAnswer.Ok("""{"metadata":{"name":"kube-system","uid":"6b7c"}}"""),
            [Path] = answer,
        });
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(cluster.Access, calls, TestContext.Current.CancellationToken);
        var sink = new SnapshotBuilder();
        await new ConfigMapCollector().Collect(scope, sink, TestContext.Current.CancellationToken);
        return sink.Build(new(Header.CurrentSchema, "test", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, []));
    }
}
