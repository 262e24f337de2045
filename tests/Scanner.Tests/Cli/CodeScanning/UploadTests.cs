using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Scanner.Tests.AwsSdk;

namespace Scanner.Tests.Cli.CodeScanning;

/// <summary>The program sends to a loopback server that answers as GitHub's REST API is documented to.</summary>
public sealed class UploadTests : IDisposable
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    private const string Sarif = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scanner"}},"invocations":[{"startTimeUtc":"2026-11-21T09:00:00.000Z","executionSuccessful":true}],"results":[{"kind":"fail"},{}]}]}""";

    private static readonly LoopbackAnswer s_taken = LoopbackAnswer.Json("""{"id":"47177e22","url":"https://api.github.com/x"}""", HttpStatusCode.Accepted);

    private static readonly LoopbackAnswer s_complete = LoopbackAnswer.Json("""{"processing_status":"complete","analyses_url":"https://api.github.com/y","errors":null}""");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_is_sent_compressed_and_what_became_of_it_is_waited_for()
    {
        await using var github = new LoopbackServer(s_taken, LoopbackAnswer.Json("""{"message":"Not Found"}""", HttpStatusCode.NotFound), LoopbackAnswer.Json("""{"processing_status":"pending"}"""), s_complete);
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal("", run.Error);
        Assert.Equal((0, $"uploaded 2 results of {_folder["scan.sarif"]} for acme/platform refs/heads/main at {Sha} (id 47177e22)\n"), (run.ExitCode, run.Output));
        var sent = github.Requests[0];
        Assert.Equal(("POST", "/repos/acme/platform/code-scanning/sarifs", "Bearer t0ken", "2022-11-28"), (sent.Method, sent.Target, sent.Headers["Authorization"], sent.Headers["X-GitHub-Api-Version"]));
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal((Sha, "refs/heads/main", "2026-11-21T09:00:00Z", Sarif), (body.GetProperty("commit_sha").GetString(), body.GetProperty("ref").GetString(), body.GetProperty("started_at").GetString(), Unpacked(body.GetProperty("sarif").GetBytesFromBase64())));
        Assert.Equal(Enumerable.Repeat("/repos/acme/platform/code-scanning/sarifs/47177e22", 3), github.Requests.Skip(1).Select(r => r.Target));
    }

    [Fact]
    public async Task In_a_workflow_repository_commit_ref_and_api_are_those_of_the_workflow()
    {
        await using var github = new LoopbackServer(s_taken, s_complete);
        var run = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>
        {
            ["GITHUB_TOKEN"] = "t0ken", ["GITHUB_REPOSITORY"] = "acme/other", ["GITHUB_SHA"] = Sha, ["GITHUB_REF"] = "refs/pull/7/merge", ["GITHUB_API_URL"] = $"{github.Url}/api/v3",
        }, "upload", _folder.With("scan.sarif", Sarif));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("/api/v3/repos/acme/other/code-scanning/sarifs", github.Requests[0].Target);
        Assert.Contains("\"ref\":\"refs/pull/7/merge\"", github.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_checkout_the_default_branch_and_its_head_are_asked_of_github()
    {
        await using var github = new LoopbackServer(LoopbackAnswer.Json("""{"default_branch":"trunk/x"}"""), LoopbackAnswer.Json($$"""{"sha":"{{Sha}}"}"""), s_taken, s_complete);
        var run = await Upload(github);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["/repos/acme/platform", "/repos/acme/platform/commits/heads/trunk/x"], github.Requests.Take(2).Select(r => r.Target));
        Assert.Contains($"refs/heads/trunk/x at {Sha}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_github_says_of_a_rejected_file_is_told()
    {
        await using var github = new LoopbackServer(s_taken, LoopbackAnswer.Json("""{"processing_status":"failed","errors":["locationFromSarifResult: expected a physical location","unknown\u001b[2J"]}"""));
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("scanner: GitHub rejected the file: locationFromSarifResult: expected a physical location; unknown", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "Resource not accessible by integration", 3, "which the token of a pull request from a fork never has")]
    [InlineData(HttpStatusCode.Forbidden, "Advanced Security must be enabled for this repository to use code scanning.", 3, "Advanced Security must be enabled")]
    [InlineData(HttpStatusCode.NotFound, "Not Found", 3, "no such repository, or it has no code scanning")]
    [InlineData(HttpStatusCode.Unauthorized, "Bad credentials", 2, "does not know the token (Bad credentials)")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "commit not found", 2, "commit not found")]
    [InlineData(HttpStatusCode.BadRequest, "Invalid SARIF", 2, "Invalid SARIF")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "Payload too big", 2, "scan fewer targets at a time")]
    public async Task A_refusal_says_why_and_what_to_do(HttpStatusCode status, string message, int exitCode, string said)
    {
        await using var github = new LoopbackServer(LoopbackAnswer.Json($$"""{"message":"{{message}}"}""", status));
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("t0ken", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_is_expected_is_a_warning()
    {
        await using var github = new LoopbackServer(LoopbackAnswer.Json("""{"message":"Resource not accessible by integration"}""", HttpStatusCode.Forbidden));
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/pull/7/merge", "--allow-refused");
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("warning: nothing was uploaded: acme/platform takes no findings from this token", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_faults_on_the_way_are_waited_out()
    {
        var limited = LoopbackAnswer.Json("""{"message":"API rate limit exceeded"}""", HttpStatusCode.Forbidden) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } };
        await using var github = new LoopbackServer(limited, LoopbackAnswer.Html(HttpStatusCode.BadGateway), s_taken, s_complete);
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(4, github.Requests.Count);
    }

    [Fact]
    public async Task A_limit_that_lasts_longer_than_one_waits_is_a_refusal()
    {
        var limited = LoopbackAnswer.Json("""{"message":"API rate limit exceeded"}""", HttpStatusCode.Forbidden) with { Headers = new Dictionary<string, string> { ["x-ratelimit-remaining"] = "0", ["x-ratelimit-reset"] = "4102444800" } };
        await using var github = new LoopbackServer(limited);
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("API rate limit exceeded", run.Error, StringComparison.Ordinal);
        Assert.Single(github.Requests);
    }

    [Fact]
    public async Task The_token_follows_no_redirect()
    {
        await using var elsewhere = new LoopbackServer(s_taken);
        await using var github = new LoopbackServer(LoopbackAnswer.Json("{}", HttpStatusCode.TemporaryRedirect) with { Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Url } });
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is elsewhere now (HTTP 307", run.Error, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Still_pending_is_not_done()
    {
        await using var github = new LoopbackServer(s_taken, LoopbackAnswer.Json("""{"processing_status":"pending"}"""));
        var run = await Upload(github, "--commit", Sha, "--ref", "refs/heads/main", "--wait", "1");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("(id 47177e22): pending", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--api-url http://github.example.com/api/v3 --repository a/b", "t", "use https")]
    [InlineData("--repository a/b/c", "t", "expected a repository as OWNER/NAME")]
    [InlineData("--repository a/b --ref main", "t", "expected a full ref")]
    [InlineData("--repository a/b --commit abc", "t", "40 hexadecimal digits")]
    [InlineData("--repository a/b", "", "no token: set GITHUB_TOKEN or GH_TOKEN")]
    [InlineData("", "t", "which repository is not known")]
    public async Task What_cannot_be_used_is_said_before_anything_is_sent(string arguments, string token, string said)
    {
        var run = await ScannerProcess.Run(_folder.Path, Blank(token), ["upload", _folder.With("scan.sarif", Sarif), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    private Task<ScannerProcess.Result> Upload(LoopbackServer github, params string[] arguments) =>
        ScannerProcess.Run(_folder.Path, Blank("t0ken"), ["upload", _folder.With("scan.sarif", Sarif), "--repository", "acme/platform", "--api-url", github.Url, .. arguments.Contains("--wait") ? arguments : [.. arguments, "--wait", "30"]]);

    /// <summary>What a workflow that these tests run in says of itself is not meant.</summary>
    private static Dictionary<string, string> Blank(string token) =>
        new() { ["GITHUB_TOKEN"] = token, ["GH_TOKEN"] = "", ["GITHUB_REPOSITORY"] = "", ["GITHUB_SHA"] = "", ["GITHUB_REF"] = "", ["GITHUB_API_URL"] = "" };

    private static string Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
