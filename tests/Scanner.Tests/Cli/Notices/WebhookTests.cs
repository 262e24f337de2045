using System.Net;
using Scanner.Cli.Notices;
using Scanner.Tests.AwsSdk;

namespace Scanner.Tests.Cli.Notices;

/// <summary>Posting over a real socket; whatever becomes of it never shows the path, which is the secret.</summary>
public sealed class WebhookTests
{
    private const string Secret = "/services/T000/B000/CANARY-secret";

    [Fact]
    public async Task A_message_arrives()
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.OK, "text/plain", "ok"));
        Assert.Null(await Post(server.Url));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", Secret, "application/json", "{}"), (request.Method, request.Path, request.Headers["Content-Type"], request.Body));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404 NotFound")]
    [InlineData(HttpStatusCode.Forbidden, "403 Forbidden")]
    [InlineData(HttpStatusCode.TooManyRequests, "429 TooManyRequests")]
    [InlineData(HttpStatusCode.InternalServerError, "500 InternalServerError")]
    public async Task A_refusal_is_told_by_its_status(HttpStatusCode status, string problem)
    {
        await using var server = new LoopbackServer(new LoopbackAnswer(status, "text/plain", "no CANARY"));
        Assert.Equal(problem, await Post(server.Url));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.OK, "text/plain", "ok"));
        foreach (var status in new[] { HttpStatusCode.MovedPermanently, HttpStatusCode.TemporaryRedirect })
        {
            await using var server = new LoopbackServer(new LoopbackAnswer(status, "text/plain", "") { Headers = new Dictionary<string, string> { ["Location"] = elsewhere.Url + Secret } });
            Assert.Equal($"it leads elsewhere, to 127.0.0.1 ({(int)status}), which is not followed", await Post(server.Url));
        }
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_waited_for_so_long()
    {
        await using var server = new LoopbackServer();
        Assert.Equal("no answer within 1 seconds", await new Webhook(new(server.Url + Secret), TimeSpan.FromSeconds(1)).Post("{}"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_there_is_told()
    {
        var server = new LoopbackServer();
        await server.DisposeAsync();
        var problem = await Post(server.Url);
        Assert.Contains("refused", problem, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CANARY", problem, StringComparison.Ordinal);
    }

    private static Task<string?> Post(string server) => new Webhook(new(server + Secret), TimeSpan.FromSeconds(60)).Post("{}"u8.ToArray(), TestContext.Current.CancellationToken);
}
