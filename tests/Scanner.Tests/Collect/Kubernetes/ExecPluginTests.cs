using System.Text.Json;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>Plugins as real programs.</summary>
[Collection("plugins")] // a program that is written while another starts is busy, for the moment of its fork
public sealed class ExecPluginTests : IDisposable
{
    private const string V1 = "client.authentication.k8s.io/v1";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(V1)]
    [InlineData(V1 + "beta1")]
    public async Task Plugin_finds_its_arguments_environment_and_the_cluster(string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugins are shell scripts");
        _folder.Script("bin/plugin", """
            printf '%s' "$KUBERNETES_EXEC_INFO" > "$(dirname "$0")/info"
            printf '{"apiVersion":"%s","kind":"ExecCredential","status":{"token":"%s-%s","expirationTimestamp":"2030-01-01T00:00:30Z"}}' "$1" "$2" "$COLOUR"
            """);
        var access = Access($$"""{command: ./bin/plugin, args: ["{{version}}", two], env: [{name: COLOUR, value: red}], apiVersion: {{version}}, provideClusterInfo: true}""");

        var issued = await access.Credentials!.Issue(TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(("two-red", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)), (issued.Token, issued.RenewAt));
        using var info = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.Path("bin/info"), TestContext.Current.CancellationToken));
        Assert.Equal($$$$"""{"apiVersion":"{{{{version}}}}","kind":"ExecCredential","spec":{"interactive":false,"cluster":{"server":"https://a:6443","tls-server-name":"b"}}}""", info.RootElement.GetRawText());
    }

    [Theory]
    [InlineData("echo 'no session, log in' >&2; exit 3", "ended with 3: no session, log in")]
    [InlineData("exit 3", "ended with 3: it did not say why")]
    [InlineData("echo my-secret", "no ExecCredential: not valid JSON at line 1")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","status":{"token":"my-secret"}}'""", "apiVersion 'client.authentication.k8s.io/v1beta1'")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1"}'""", "without a status")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{}}'""", "neither a token nor a certificate")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"clientKeyData":"my-secret"}}'""", "but not both")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"clientKeyData":"my-secret","clientCertificateData":"x"}}'""", "cannot be read")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"token":"my-secret","expirationTimestamp":"soon"}}'""", "expirationTimestamp that is no time")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{"token":"my secret"}}'""", "no usable token")]
    [InlineData("head -c 2000000 /dev/zero", "larger than 1024 KB")]
    public async Task Failure_is_one_line_in_the_plugins_words_and_without_its_secrets(string script, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugins are shell scripts");

        var message = await Failure(new(_folder.Script("plugin", script), [], V1));

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public async Task Plugin_that_never_answers_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugins are shell scripts");

        Assert.Contains("gave no credential within", await Failure(new(_folder.Script("plugin", "exec sleep 600"), [], V1) { Limit = TimeSpan.FromMilliseconds(50) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-plugin-anywhere")]
    [InlineData("./no-such-plugin-anywhere")]
    public async Task Missing_plugin_comes_with_its_install_hint(string command)
    {
        var access = Access($$"""{command: {{command}}, apiVersion: {{V1}}, installHint: "get it from example.org"}""");

        var message = (await Assert.ThrowsAsync<CredentialException>(() => access.Credentials!.Issue(TimeProvider.System, TestContext.Current.CancellationToken))).Message;

        Assert.Contains("no-such-plugin-anywhere cannot be started", message, StringComparison.Ordinal);
        Assert.EndsWith("get it from example.org", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_program_cannot_be_started() =>
        Assert.Contains("cannot be started", await Failure(new(_folder.Write("plugin", "text"), [], V1)), StringComparison.Ordinal);

    private static async Task<string> Failure(ExecPlugin plugin) =>
        (await Assert.ThrowsAsync<CredentialException>(() => plugin.Issue(TimeProvider.System, TestContext.Current.CancellationToken))).Message;

    private ClusterAccess Access(string exec) => Kubeconfig.Load([_folder.Write("config", $$$"""
        current-context: x
        contexts: [{name: x, context: {cluster: x, user: x}}]
        clusters: [{name: x, cluster: {server: "https://a:6443", tls-server-name: b}}]
        users: [{name: x, user: {exec: {{{exec}}}}}]
        """)]).Access();
}
