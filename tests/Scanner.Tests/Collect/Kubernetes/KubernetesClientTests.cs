using System.Net;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>Real TLS, with certificates of the test's own.</summary>
[Collection("plugins")] // a program that is written while another starts is busy, for the moment of its fork
public sealed class KubernetesClientTests : IDisposable
{
    private static readonly KubernetesAnswer s_version = KubernetesAnswer.Ok("""{"gitVersion":"v1.33.1"}""");
    private static readonly KubernetesAnswer s_unauthorized = KubernetesAnswer.Status(401, "Unauthorized", "Unauthorized");

    private readonly TestFolder _folder = new();
    private readonly TestAuthority _authority = new();
    private readonly TestAuthority _other = new("other-ca");

    public void Dispose()
    {
        _folder.Dispose();
        _authority.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Server_that_the_authority_vouches_for_is_asked_with_the_clients_certificate()
    {
        using var certificate = _authority.Server();
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);
        var (pem, key) = _authority.Client("alice");

        Assert.Equal("v1.33.1", await Version(Trusting(cluster, _authority) with { Certificate = Pem.Identity(pem, key, p => new CredentialException(p)) }));
        Assert.Equal("CN=alice", Assert.Single(cluster.Requests).ClientName);
    }

    [Fact]
    public async Task Server_of_another_authority_is_told_nothing()
    {
        using var certificate = _authority.Server();
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);

        var message = await Untrusted(Trusting(cluster, _other) with { Credentials = new FixedToken("secret") });

        Assert.Equal("the server's certificate was signed by CN=test-ca, which is not what certificate-authority names; take the kubeconfig of this cluster", message);
        Assert.Contains("which this machine does not trust", await Untrusted(cluster.Access), StringComparison.Ordinal);
        Assert.Empty(cluster.Requests);
    }

    [Fact]
    public async Task Authority_that_is_no_root_vouches_too_but_none_that_only_has_its_name()
    {
        using var middle = new TestAuthority("middle-ca", _authority);
        using var impostor = new TestAuthority("middle-ca", _other);
        using var certificate = middle.Server();
        using var forged = impostor.Server();
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);
        await using var forgery = new LoopbackCluster(forged, _ => s_version);

        Assert.Equal("v1.33.1", await Version(Trusting(cluster, middle)));
        Assert.Contains("signed by CN=middle-ca, which is not what", await Untrusted(Trusting(forgery, middle)), StringComparison.Ordinal);
        Assert.Empty(forgery.Requests);
    }

    [Fact]
    public async Task Root_that_only_has_the_name_of_the_right_one_vouches_for_nobody()
    {
        using var impostor = new TestAuthority();
        using var forged = impostor.Server();
        await using var forgery = new LoopbackCluster(forged, _ => s_version);

        Assert.Contains("signed by CN=test-ca, which is not what", await Untrusted(Trusting(forgery, _authority)), StringComparison.Ordinal);
        Assert.Empty(forgery.Requests);
    }

    [Fact]
    public async Task Server_of_another_name_is_told_nothing()
    {
        using var certificate = _authority.Server(null, "cluster.example");
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);

        Assert.Equal("the server's certificate is not for 127.0.0.1, but for cluster.example; set tls-server-name, or the right server", await Untrusted(Trusting(cluster, _authority)));
        Assert.Contains("not for wrong.example", await Untrusted(Trusting(cluster, _authority) with { TlsServerName = "wrong.example" }), StringComparison.Ordinal);
        Assert.Empty(cluster.Requests);
        Assert.Equal("v1.33.1", await Version(Trusting(cluster, _authority) with { TlsServerName = "cluster.example" }));
    }

    [Fact]
    public async Task Expired_certificate_is_said_to_be_one()
    {
        using var certificate = _authority.Server(TestAuthority.Now.AddHours(-1));
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);

        Assert.Contains("is not valid now", await Untrusted(Trusting(cluster, _authority)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verification_is_skipped_only_where_the_kubeconfig_says_so()
    {
        using var certificate = _authority.Server(TestAuthority.Now.AddHours(-1), "other");
        await using var cluster = new LoopbackCluster(certificate, _ => s_version);

        Assert.Equal("v1.33.1", await Version(cluster.Access with { SkipsVerification = true }));
    }

    [Fact]
    public async Task Refused_token_is_asked_for_once_more()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugins are shell scripts");
        await using var cluster = new LoopbackCluster(null, r => r.Token == "xx" ? s_version : s_unauthorized);
        var plugin = _folder.Script("plugin", $$$"""
            printf x >> '{{{_folder.Path("runs")}}}'
            printf '{"apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%s"}}' "$(cat '{{{_folder.Path("runs")}}}')"
            """);
        using var client = new KubernetesClient(cluster.Access with { Credentials = new ExecPlugin(plugin, [], "client.authentication.k8s.io/v1") }, TimeProvider.System);

        await client.Get("version", TestContext.Current.CancellationToken);
        await client.Get("version", TestContext.Current.CancellationToken);

        Assert.Equal(["x", "xx", "xx"], cluster.Requests.Select(r => r.Token));
    }

    [Fact]
    public async Task Token_that_is_refused_twice_is_refused()
    {
        await using var cluster = new LoopbackCluster(null, _ => s_unauthorized);
        using var client = new KubernetesClient(cluster.Access with { Credentials = new TokenFile(_folder.Write("token", "old")) }, TimeProvider.System);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Refusal(client)).Code);
        Assert.Equal(["old", "old"], cluster.Requests.Select(r => r.Token));
    }

    [Fact]
    public async Task Token_is_renewed_when_its_time_comes()
    {
        await using var cluster = new LoopbackCluster(null, _ => s_version);
        var clock = new SetClock();
        using var client = new KubernetesClient(cluster.Access with { Credentials = new TokenFile(_folder.Write("token", "one")) }, clock);

        await client.Get("version", TestContext.Current.CancellationToken);
        _folder.Write("token", "two");
        await client.Get("version", TestContext.Current.CancellationToken);
        clock.Now += TimeSpan.FromMinutes(1);
        await client.Get("version", TestContext.Current.CancellationToken);

        Assert.Equal(["one", "one", "two"], cluster.Requests.Select(r => r.Token));
    }

    [Fact]
    public async Task Certificate_of_a_plugin_is_shown_and_replaced_by_its_next()
    {
        using var certificate = _authority.Server();
        await using var cluster = new LoopbackCluster(certificate, r => r.ClientName == "CN=second" ? s_version : s_unauthorized);
        var issued = new Queue<string>(["first", "second"]);

        Assert.Equal("v1.33.1", await Version(Trusting(cluster, _authority) with { Credentials = new Issuer(_authority, issued) }));
        Assert.Equal(["CN=first", "CN=second"], cluster.Requests.Select(r => r.ClientName));
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var cluster = new LoopbackCluster(null, r => new(302, "", Headers: "Location: /elsewhere\r\n"));
        using var client = new KubernetesClient(cluster.Access, TimeProvider.System);

        Assert.Contains("not followed", (await Refusal(client)).Message, StringComparison.Ordinal);
        Assert.Equal(["/version"], cluster.Paths);
    }

    [Fact]
    public async Task Proxy_is_asked_for_the_server()
    {
        await using var proxy = new LoopbackCluster(null, _ => s_version);

        Assert.Equal("v1.33.1", await Version(new("far", new("http://cluster.invalid/")) { Proxy = proxy.Url }));
        Assert.Equal(["http://cluster.invalid/version"], proxy.Paths);
    }

    [Fact]
    public async Task Plain_text_of_an_error_is_shown_on_one_line()
    {
        await using var cluster = new LoopbackCluster([]);
        using var client = new KubernetesClient(cluster.Access, TimeProvider.System);

        Assert.EndsWith(": 404 page not found", (await Refusal(client)).Message, StringComparison.Ordinal);
    }

    private static ClusterAccess Trusting(LoopbackCluster cluster, TestAuthority authority) =>
        cluster.Access with { Authorities = Pem.Authorities(authority.Pem, p => new KubeconfigException(p)) };

    private static async Task<string?> Version(ClusterAccess access)
    {
        using var client = new KubernetesClient(access, TimeProvider.System);
        return (await client.Get("version", TestContext.Current.CancellationToken)).GetProperty("gitVersion").GetString();
    }

    private static async Task<string> Untrusted(ClusterAccess access)
    {
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Version(access));
        return Assert.IsType<ServerCertificateException>(failure.GetBaseException()).Message;
    }

    private static Task<KubernetesStatusException> Refusal(KubernetesClient client) =>
        Assert.ThrowsAsync<KubernetesStatusException>(() => client.Get("version", TestContext.Current.CancellationToken));

    private sealed class Issuer(TestAuthority authority, Queue<string> names) : ICredentialSource
    {
        public Task<IssuedCredential> Issue(TimeProvider time, CancellationToken cancellationToken)
        {
            var (certificate, key) = authority.Client(names.Dequeue());
            return Task.FromResult(new IssuedCredential(null, Pem.Identity(certificate, key, p => new CredentialException(p)), DateTimeOffset.MaxValue));
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
