using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>Whole scans of clusters that kubeconfigs name.</summary>
public sealed class ClusterScanTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cluster_is_what_its_own_api_says()
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of());

        var snapshot = await Scan(Target("one", ("prod", server.Url)));
        var cluster = snapshot.Of<Cluster>("k8s://prod");

        Assert.Equal(("Cluster/6b7c", "prod", ClusterKind.Kubernetes), (cluster.Key, cluster.Name.Value, cluster.Kind.Value));
        Assert.Equal((new SemanticVersion(1, 33, 1, ""), server.Url.ToString().TrimEnd('/')), (cluster.Version.Value, cluster.Endpoint.Value));
        Assert.True(cluster.IsEksBuild.IsTrue);
        Assert.Equal(["k8s/prod"], snapshot.Header.Targets[0].Scopes);
        Assert.Contains("without TLS", Assert.Single(_notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1.33.1", "1.33.1", false)]
    [InlineData("v1.34.0-rc.1", "1.34.0rc.1", false)]
    [InlineData("v1.32.0+k3s1", "1.32.0", false)]
    [InlineData("v1.31.7-eks-4096722", "1.31.7", true)]
    [InlineData("v1.30.5-gke.1014001", "1.30.5", false)]
    public async Task Vendors_mark_makes_a_version_no_older(string said, string version, bool isEks)
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of(said));

        var cluster = (await Scan(Target("one", ("prod", server.Url)))).Of<Cluster>("k8s://prod");

        Assert.Equal((version, isEks), (cluster.Version.Value.ToString(), cluster.IsEksBuild.IsTrue));
    }

    [Fact]
    public async Task Cluster_that_lets_nobody_in_is_there_and_unknown()
    {
        await using var server = new LoopbackCluster(null, _ => KubernetesAnswer.Status(401, "Unauthorized", "Unauthorized"));

        var snapshot = await Scan(Target("one", ("prod", server.Url)));

        Assert.All(snapshot.Observations.Where(o => o.Id == "k8s://prod").SelectMany(o => o.Properties), p => Assert.Equal(GapCause.Denied, p.Gap!.Cause));
        Assert.Equal(["endpoint", "isEksBuild", "kind", "name", "uid", "version"], snapshot.Observations.Where(o => o.Id == "k8s://prod").SelectMany(o => o.Properties).Select(p => p.Name).Order());
        Assert.Null(Assert.Single(snapshot.Coverage, c => c.Kind == nameof(Cluster)).Gap);
    }

    [Fact]
    public async Task Cluster_seen_from_inside_has_no_address_that_others_know()
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of());
        using var calls = new ApiCalls(TimeProvider.System, TimeSpan.FromMinutes(5));
        using var scope = await KubernetesScope.Open(server.Access with { IsInCluster = true }, calls, TestContext.Current.CancellationToken);
        var sink = new SnapshotBuilder();

        await new Scanner.Collect.Kubernetes.Collectors.ClusterCollector().Collect(scope, sink, TestContext.Current.CancellationToken);

        var endpoint = sink.Build(new("", "", default, default, [])).Observations.SelectMany(o => o.Properties).Single(p => p.Name == "endpoint");
        Assert.Equal(GapCause.Hidden, endpoint.Gap!.Cause);
    }

    [Fact]
    public async Task Several_clusters_are_scanned_together_and_one_that_is_down_hinders_no_other()
    {
        await using var one = new LoopbackCluster(ClusterAnswers.Of(uid: "1"));
        await using var two = new LoopbackCluster(ClusterAnswers.Of(uid: "2"));

        var snapshot = await Scan(Target("all", ("one", one.Url), ("down", new Uri("http://127.0.0.1:1/")), ("two", two.Url)));

        Assert.Equal(["k8s/one", "k8s/down", "k8s/two"], snapshot.Header.Targets[0].Scopes);
        Assert.Equal(["k8s://down", "k8s://one", "k8s://two"], snapshot.Observations.Select(o => o.Id).Distinct());
        Assert.All(snapshot.Gaps, g => Assert.Equal(("k8s/down", GapCause.Failed), (g.Scope, g.Cause)));
    }

    [Fact]
    public async Task Cluster_that_is_reached_twice_is_looked_at_once_under_its_first_name()
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of());

        var snapshot = await Scan(Target("one", ("prod", server.Url)), Target("two", ("also-prod", server.Url)));

        Assert.Equal(["k8s://prod"], snapshot.Observations.Select(o => o.Id).Distinct());
        Assert.All(snapshot.Header.Targets, t => Assert.Equal(["k8s/prod"], t.Scopes));
    }

    [Fact]
    public async Task Clusters_that_do_not_say_who_they_are_are_both_looked_at()
    {
        var answers = ClusterAnswers.Of();
        answers.Remove("/api/v1/namespaces/kube-system");
        await using var server = new LoopbackCluster(answers);

        var snapshot = await Scan(Target("one", ("prod", server.Url), ("also-prod", server.Url)));

        Assert.Equal(["k8s/prod", "k8s/also-prod"], snapshot.Header.Targets[0].Scopes);
    }

    [Fact]
    public async Task Two_clusters_of_one_name_are_refused_before_anything_is_asked()
    {
        await using var one = new LoopbackCluster(ClusterAnswers.Of(uid: "1"));
        await using var two = new LoopbackCluster(ClusterAnswers.Of(uid: "2"));

        var refused = await Assert.ThrowsAsync<KubeconfigException>(() => Scan(Target("one", ("default", one.Url)), Target("two", ("default", two.Url))));

        Assert.Contains("are both called default: rename one", refused.Message, StringComparison.Ordinal);
        Assert.Empty(one.Paths);
    }

    [Theory]
    [InlineData("tls-server-name: other", "token: a")]
    [InlineData("proxy-url: 'http://127.0.0.1:1'", "token: a")]
    [InlineData("insecure-skip-tls-verify: true", "token: a")]
    [InlineData("", "token: b")]
    [InlineData("", "tokenFile: a")]
    [InlineData("", "exec: { apiVersion: client.authentication.k8s.io/v1, command: aws, args: [a] }")]
    public async Task Two_ways_of_one_name_to_one_server_are_refused_too(string cluster, string user)
    {
        await using var server = new LoopbackCluster(ClusterAnswers.Of());

        var refused = await Assert.ThrowsAsync<KubeconfigException>(() => Scan(Target("one", server.Url, "", "token: a"), Target("two", server.Url, cluster, user)));

        Assert.Equal($"two ways to {server.Url.Authority} are both called prod: rename one (kubectl config rename-context)", refused.Message);
        Assert.Empty(server.Paths);
    }

    [Fact]
    public async Task Authority_makes_a_way_another_one()
    {
        using var one = new TestAuthority("one");
        using var two = new TestAuthority("two");
        await using var server = new LoopbackCluster(ClusterAnswers.Of());

        await Assert.ThrowsAsync<KubeconfigException>(() => Scan(Target("one", server.Url, Trusting(one), "token: a"), Target("two", server.Url, Trusting(two), "token: a")));

        Assert.Single((await Scan(Target("one", server.Url, Trusting(one), "token: a"), Target("two", server.Url, Trusting(one), "token: a"))).Observations.Select(o => o.Id).Distinct());
    }

    [Theory]
    [InlineData("token: a")]
    [InlineData("exec: { apiVersion: client.authentication.k8s.io/v1, command: no-such-program, args: [a], env: [{ name: A, value: b }] }")]
    public async Task Very_same_way_is_gone_once_though_the_cluster_may_not_say_who_it_is(string user)
    {
        var answers = ClusterAnswers.Of();
        answers.Remove("/api/v1/namespaces/kube-system");
        await using var server = new LoopbackCluster(answers);

        var snapshot = await Scan(Target("one", server.Url, "", user), Target("two", server.Url, "", user));

        Assert.Single(snapshot.Coverage, c => c.Kind == nameof(Cluster));
    }

    [Theory]
    [InlineData("arn:aws:eks:us-east-1:999988887777:cluster/prod", "the cluster is in account 999988887777, and AWS is asked in 123456789012")]
    [InlineData("arn:aws:eks:eu-west-1:123456789012:cluster/prod", "the cluster is in eu-west-1, and AWS is asked in us-east-1")]
    [InlineData("arn:aws:eks:us-east-1:123456789012:cluster/prod", null)]
    [InlineData("prod", null)]
    public async Task Account_that_is_not_the_clusters_is_noticed_before_anything_is_collected(string name, string? notice)
    {
        await using var aws = new RecordedAws("eks-small");
        await using var server = new LoopbackCluster(ClusterAnswers.Of());
        var asked = 0;

        await new Scan("scanner test", TimeProvider.System) { Notice = Noticed }.Run([Target("one", (name, server.Url)) with { Aws = aws.Target.Aws }], TestContext.Current.CancellationToken);

        Assert.Equal(notice is null ? 0 : 1, _notices.Count(n => n.Contains("AWS is asked in", StringComparison.Ordinal)));
        if (notice is null) return;
        Assert.Contains(notice, _notices[0], StringComparison.Ordinal);
        Assert.Equal(1, asked);

        void Noticed(string line)
        {
            if (_notices.Count == 0) asked = aws.Requests.Count;
            _notices.Add(line);
        }
    }

    private LiveTarget Target(string name, params (string Name, Uri Server)[] clusters)
    {
        var file = _folder.Write(name, ClusterAnswers.Kubeconfig(clusters));
        return new(name) { Clusters = [.. clusters.Select(c => new KubeconfigTarget([file], c.Name))] };
    }

    private LiveTarget Target(string name, Uri server, string cluster, string user)
    {
        var file = _folder.Write(name, $$"""
            clusters: [{ name: c, cluster: { server: '{{server}}', {{cluster}} } }]
            users: [{ name: u, user: { {{user}} } }]
            contexts: [{ name: prod, context: { cluster: c, user: u } }]
            """);
        return new(name) { Clusters = [new KubeconfigTarget([file], "prod")] };
    }

    private static string Trusting(TestAuthority authority) => $"certificate-authority-data: {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(authority.Pem))}";

    private Task<Snapshot> Scan(params LiveTarget[] targets) =>
        new Scan("scanner test", TimeProvider.System) { Notice = _notices.Add, Deadline = TimeSpan.FromMinutes(5) }.Run(targets, TestContext.Current.CancellationToken);
}
