using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes.Collectors;

/// <summary>A cluster with the groups and lists that a test names, over TLS, and what a collector makes of it.</summary>
internal sealed class ListedCluster
{
    private readonly Dictionary<string, KubernetesAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _resources = new(StringComparer.Ordinal);

    /// <summary>A list of one page.</summary>
    /// <param name="resource">E.g. <c>karpenter.sh/v1/nodepools</c>.</param>
    /// <param name="items">The objects, as JSON.</param>
    public ListedCluster With(string resource, params string[] items) => With(resource, Page("", items));

    public ListedCluster With(string resource, KubernetesAnswer answer)
    {
        var parts = resource.Split('/');
        Add(_versions, parts[0], parts[1]);
        Add(_resources, $"{parts[0]}/{parts[1]}", parts[2]);
        _answers[$"/apis/{resource}?limit=500"] = answer;
        return this;
    }

    /// <summary>The page that follows the one which gave a token.</summary>
    public ListedCluster WithNext(string resource, string token, KubernetesAnswer answer)
    {
        _answers[$"/apis/{resource}?limit=500&continue={token}"] = answer;
        return this;
    }

    public static KubernetesAnswer Page(string next, params string[] items) =>
        KubernetesAnswer.Ok($$$"""{"kind":"List","items":[{{{string.Join(',', items)}}}],"metadata":{"continue":"{{{next}}}"}}""");

    public static KubernetesAnswer Forbidden => KubernetesAnswer.Status(403, "Forbidden", "may not");

    /// <summary>What a collector observes and covers.</summary>
    public async Task<Snapshot> Collect(IKubernetesCollector collector)
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Server();
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(authority.Pem);
        await using var cluster = new LoopbackCluster(certificate, Answer);
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(cluster.Access with { Authorities = authorities }, calls, TestContext.Current.CancellationToken);
        var sink = new SnapshotBuilder();
        await collector.Collect(scope, sink, TestContext.Current.CancellationToken);
        return sink.Build(new(Header.CurrentSchema, "test", default, default, []));
    }

    private KubernetesAnswer Answer(KubernetesRequest request) => request.Path switch
    {
        "/version" => KubernetesAnswer.Ok("""{"gitVersion":"v1.33.1"}"""),
        "/api" => KubernetesAnswer.Ok("""{"versions":["v1"]}"""),
        "/api/v1/namespaces/kube-system" => KubernetesAnswer.Ok("""{"metadata":{"uid":"6b7c"}}"""),
        "/apis" => KubernetesAnswer.Ok(JsonSerializer.Serialize(new { groups = _versions.Select(g => new { name = g.Key, versions = g.Value.Select(v => new { version = v }) }) })),
        var path when _resources.TryGetValue(path.Replace("/apis/", "", StringComparison.Ordinal), out var names) =>
            KubernetesAnswer.Ok(JsonSerializer.Serialize(new { resources = names.Select(n => new { name = n }) })),
        var path => _answers.TryGetValue(path, out var answer) ? answer : KubernetesAnswer.NotFound,
    };

    private static void Add(Dictionary<string, List<string>> lists, string name, string value)
    {
        if (!lists.TryGetValue(name, out var list)) lists[name] = list = [];
        if (!list.Contains(value)) list.Add(value);
    }
}
