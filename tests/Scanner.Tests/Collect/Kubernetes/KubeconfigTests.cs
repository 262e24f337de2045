using System.Text;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

public sealed class KubeconfigTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestAuthority _authority = new();

    public void Dispose()
    {
        _folder.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task First_file_wins_for_every_entry_and_files_that_are_missing_are_skipped()
    {
        var first = _folder.Write("one", """
            clusters: [{name: c, cluster: {server: "https://first:6443"}}]
            contexts: [{name: both, context: {cluster: c, user: u}}]
            """);
        var second = _folder.Write("two", """
            current-context: both
            clusters: [{name: c, cluster: {server: "https://second:6443", tls-server-name: other}}]
            contexts: [{name: both, context: {cluster: none}}, {name: also, context: {cluster: c}}]
            users: [{name: u, user: {token: of-second}}]
            """);

        var config = Kubeconfig.Load([first, _folder.Path("missing"), second]);
        var access = config.Access();

        Assert.Equal("https://first:6443/", access.Server.ToString());
        Assert.Null(access.TlsServerName);
        Assert.Equal("of-second", await Token(access));
        Assert.Equal(["also", "both"], config.Contexts);
    }

    [Fact]
    public void Paths_are_relative_to_the_file_they_came_from_and_data_wins_over_files()
    {
        var (certificate, key) = _authority.Client("alice");
        _folder.Write("sub/ca.pem", _authority.Pem);
        _folder.Write("sub/key.pem", key);
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(certificate));
        var access = Access($"{{server: \"https://a\", certificate-authority: ca.pem}}", $"{{client-certificate: missing.pem, client-certificate-data: {data}, client-key: key.pem}}", "sub/config");

        Assert.Equal("CN=test-ca", Assert.Single(access.Authorities!).Subject);
        Assert.Equal("CN=alice", access.Certificate!.TargetCertificate.Subject);
    }

    [Fact]
    public void Files_come_from_the_variable_or_the_home_folder()
    {
        Assert.Equal(["a", "b"], Kubeconfig.DefaultFiles(string.Join(Path.PathSeparator, "a", "", "b", "a"), "home"));
        Assert.Equal([Path.Combine("home", ".kube", "config")], Kubeconfig.DefaultFiles("", "home"));
    }

    [Fact]
    public void Empty_file_has_no_context() =>
        Assert.Contains("no current-context is set", Assert.Throws<KubeconfigException>(() => Kubeconfig.Load([_folder.Write("empty", "")]).Access()).Message, StringComparison.Ordinal);

    [Fact]
    public void No_file_at_all_is_one_line() =>
        Assert.Contains("set KUBECONFIG", Assert.Throws<KubeconfigException>(() => Kubeconfig.Load([_folder.Path("none")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Unverified_server_is_noted() =>
        Assert.Contains("insecure-skip-tls-verify", Assert.Single(Access("{server: \"https://a\", insecure-skip-tls-verify: true}", "{}").Notes()), StringComparison.Ordinal);

    [Theory]
    [InlineData("{server: \"ftp://a\"}", "{}", ":3:40: server must be an https:// address")]
    [InlineData("{}", "{}", ":3:31: server is missing")]
    [InlineData("{server: \"https://a\", proxy-url: \"ftp://p\"}", "{}", "proxy-url must be an address")]
    [InlineData("{server: \"https://a\", insecure-skip-tls-verify: yes}", "{}", "insecure-skip-tls-verify must be true or false")]
    [InlineData("{server: \"https://a\", certificate-authority: ca.pem}", "{}", "certificate-authority: ")]
    [InlineData("{server: \"https://a\", certificate-authority-data: \"!\"}", "{}", "certificate-authority-data is no base64")]
    [InlineData("{server: \"https://a\", certificate-authority-data: aGVsbG8=}", "{}", "holds no PEM certificate")]
    [InlineData("{server: \"https://a\"}", "{username: u, password: secret}", ":4:36: basic authentication is gone")]
    [InlineData("{server: \"https://a\"}", "{as: root}", "impersonation is not supported")]
    [InlineData("{server: \"https://a\"}", "{auth-provider: {name: gcp}}", "auth-provider is gone")]
    [InlineData("{server: \"https://a\"}", "{client-certificate-data: aGVsbG8=}", "client-key is not")]
    [InlineData("{server: \"https://a\"}", "{client-certificate-data: aGVsbG8=, client-key-data: aGVsbG8=}", "cannot be read")]
    [InlineData("{server: \"https://a\"}", "{exec: {command: c, apiVersion: client.authentication.k8s.io/v1alpha1}}", "not client.authentication.k8s.io/v1alpha1")]
    [InlineData("{server: \"https://a\"}", "{exec: {command: c, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}}", "needs no terminal")]
    [InlineData("{server: \"https://a\"}", "{exec: c}", "exec has no keys")]
    [InlineData("{server: [}", "{}", "config:3:")]
    public void What_is_wrong_is_one_line_with_its_place(string cluster, string user, string expected)
    {
        var message = Assert.Throws<KubeconfigException>(() => Access(cluster, user)).Message;

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Matches(@"config:\d+:\d+: [^\n]+$", message);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contexts: [{name: a, context: {cluster: c}}, {name: a, context: {cluster: d}}]", ":1:46: a second context 'a'")]
    [InlineData("contexts: [{name: a, context: {cluster: c}}]", ":1:41: there is no cluster 'c'")]
    [InlineData("contexts: [{name: b}, {name: c}]", "there is no context 'a'; there is b, c")]
    [InlineData("contexts: [{name: a}]", "context 'a' says nothing")]
    [InlineData("- a", ":1:1: not one kubeconfig")]
    [InlineData("a: &a [*a, *b]", ":1:")]
    public void Entry_that_is_not_there_is_named(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<KubeconfigException>(() => Kubeconfig.Load([_folder.Write("config", text)]).Access("a")).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_document_is_an_error_and_no_crash() =>
        Assert.Contains("nested more than 64", Assert.Throws<KubeconfigException>(() => Kubeconfig.Load([_folder.Write("config", new string('[', 100_000))])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Token_file_wins_over_token_and_is_read_again()
    {
        var access = Access("{server: \"https://a\"}", "{token: old, tokenFile: token}");
        _folder.Write("token", "one\n");
        Assert.Equal("one", await Token(access));
        _folder.Write("token", "two\n");
        Assert.Equal("two", await Token(access));
        _folder.Write("token", "with a blank");
        Assert.Contains("holds no usable token", (await Assert.ThrowsAsync<CredentialException>(() => Token(access))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pod_speaks_as_its_service_account()
    {
        var variables = new Dictionary<string, string> { ["KUBERNETES_SERVICE_HOST"] = "fd00::1", ["KUBERNETES_SERVICE_PORT"] = "443" };
        _folder.Write("ca.crt", _authority.Pem);
        _folder.Write("token", "of-the-pod");

        var access = InCluster.Access(variables.GetValueOrDefault, _folder.Path(""));

        Assert.Equal(("https://[fd00::1]/", "of-the-pod"), (access!.Server.ToString(), await Token(access)));
        Assert.Null(InCluster.Access(_ => null, _folder.Path("")));
        Assert.Contains("service account", Assert.Throws<KubeconfigException>(() => InCluster.Access(variables.GetValueOrDefault, _folder.Path("none"))).Message, StringComparison.Ordinal);
    }

    private ClusterAccess Access(string cluster, string user, string file = "config") => Kubeconfig.Load([_folder.Write(file, $$$"""
        current-context: x
        contexts: [{name: x, context: {cluster: x, user: x}}]
        clusters: [{name: x, cluster: {{{cluster}}}}]
        users: [{name: x, user: {{{user}}}}]
        """)]).Access();

    private static async Task<string?> Token(ClusterAccess access) =>
        (await access.Credentials!.Issue(TimeProvider.System, TestContext.Current.CancellationToken)).Token;
}
