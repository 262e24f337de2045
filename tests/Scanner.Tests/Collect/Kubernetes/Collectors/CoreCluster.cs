using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Collect.Kubernetes.Collectors;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>A cluster whose API server answers over TLS, and what the collectors of the core kinds make of it.</summary>
internal sealed class CoreCluster
{
    public const string Id = "k8s://loopback";

    public static readonly string[] Plurals =
        ["nodes", "pods", "services", "persistentvolumeclaims", "persistentvolumes", "serviceaccounts", "deployments", "statefulsets", "daemonsets", "jobs", "storageclasses", "csidrivers"];

    public Dictionary<string, KubernetesAnswer> Answers { get; } = new()
    {
        ["/version"] = KubernetesAnswer.Ok("""{"gitVersion":"v1.33.1"}"""),
        ["/api"] = KubernetesAnswer.Ok("""{"versions":["v1"]}"""),
        ["/apis"] = KubernetesAnswer.Ok("""{"groups":[{"name":"apps","versions":[{"version":"v1"}]},{"name":"batch","versions":[{"version":"v1"}]},{"name":"storage.k8s.io","versions":[{"version":"v1"}]}]}"""),
        ["/api/v1/namespaces/kube-system"] = KubernetesAnswer.Ok("""{"metadata":{"name":"kube-system","uid":"6b7c"}}"""),
        ["/api/v1"] = Resources("nodes", "pods", "services", "persistentvolumeclaims", "persistentvolumes", "serviceaccounts"),
        ["/apis/apps/v1"] = Resources("deployments", "statefulsets", "daemonsets"),
        ["/apis/batch/v1"] = Resources("jobs"),
        ["/apis/storage.k8s.io/v1"] = Resources("storageclasses", "csidrivers"),
    };

    public CoreCluster()
    {
        foreach (var plural in Plurals) Set(plural);
    }

    public static string Path(string plural) => plural switch
    {
        "deployments" or "statefulsets" or "daemonsets" => $"/apis/apps/v1/{plural}?limit=500",
        "jobs" => "/apis/batch/v1/jobs?limit=500",
        "storageclasses" or "csidrivers" => $"/apis/storage.k8s.io/v1/{plural}?limit=500",
        _ => $"/api/v1/{plural}?limit=500",
    };

    public static KubernetesAnswer Page(string next, params IEnumerable<string> items) =>
        KubernetesAnswer.Ok($$"""{"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"9","continue":"{{next}}"},"items":[{{string.Join(',', items)}}]}""");

    public CoreCluster Set(string plural, params IEnumerable<string> items)
    {
        Answers[Path(plural)] = Page("", items);
        return this;
    }

    public async Task<Snapshot> Scan()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Server();
        await using var cluster = new LoopbackCluster(certificate, r => Answers.TryGetValue(r.Path, out var answer) ? answer : KubernetesAnswer.NotFound);
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        var access = cluster.Access with { Authorities = Pem.Authorities(authority.Pem, p => new KubeconfigException(p)) };
        using var scope = await KubernetesScope.Open(access, calls, TestContext.Current.CancellationToken);
        var sink = new SnapshotBuilder();
        await Task.WhenAll(KubernetesCollectors.All.Where(c => c is not ClusterCollector).Select(c => c.Collect(scope, sink, TestContext.Current.CancellationToken)));
        return sink.Build(new(Header.CurrentSchema, "test", default, default, []));
    }

    /// <summary>What is made of one object.</summary>
    public static async Task<T> One<T>(string plural, string item) where T : Resource
    {
        var snapshot = await new CoreCluster().Set(plural, item).Scan();
        return snapshot.Of<T>(Assert.Single(snapshot.Observations, o => o.Kind == typeof(T).Name).Id);
    }

    private static KubernetesAnswer Resources(params IEnumerable<string> names) =>
        KubernetesAnswer.Ok($$"""{"kind":"APIResourceList","groupVersion":"x","resources":[{{string.Join(',', names.Select(n => $$"""{"name":"{{n}}"}"""))}}]}""");
}
