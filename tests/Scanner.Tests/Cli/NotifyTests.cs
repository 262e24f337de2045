using System.Net;
using System.Text.Json.Nodes;
using Scanner.Cli;
using Scanner.Tests.AwsSdk;
using Scanner.Tests.Check.Accepting;

namespace Scanner.Tests.Cli;

/// <summary><c>check --notify</c> as a process, and a webhook on a real socket.</summary>
public sealed class NotifyTests : IDisposable
{
    private const string Secret = "/services/T000/B000/CANARY-secret";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_told_of_what_changed_since_the_last_check_and_of_nothing_else()
    {
        await using var hook = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.OK, "text/plain", "ok"));
        var environment = new Dictionary<string, string> { ["HOOK"] = hook.Url + Secret };
        _folder.With("scanner.yaml", "history: h\nnotify: env:HOOK\n");
        Task<ScannerProcess.Result> Check(string scan, int day) => ScannerProcess.Run(_folder.Path, environment, "check", Scan(scan, day));
        Assert.StartsWith("kept in h as ", (await Check("good", 0)).Error, StringComparison.Ordinal);
        Assert.Contains("told 127.0.0.1: 6 new failures\n", (await Check("drifted", 1)).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", (await Check("drifted", 2)).Error, StringComparison.Ordinal);
        Assert.Contains("told 127.0.0.1: 6 fixed\n", (await Check("good", 3)).Error, StringComparison.Ordinal);
        Assert.Equal(["6 new failures", "6 fixed"], hook.Requests.Select(r => ((string)JsonNode.Parse(r.Body)!["text"]!).Split(": ")[1]));
        Assert.All(hook.Requests, r => Assert.Equal(Secret, r.Path));
    }

    [Fact]
    public async Task A_webhook_that_fails_is_a_warning_and_nothing_more()
    {
        await using var hook = new LoopbackServer(new LoopbackAnswer(HttpStatusCode.NotFound, "text/plain", "no_service"));
        await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "baseline", "create", Scan("good", 0), "-o", "b.json");
        var result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "check", Scan("good", 1), "--baseline", "b.json", "--notify", hook.Url + Secret);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "check", Scan("drifted", 2), "--baseline", "b.json", "--notify", hook.Url + Secret, "--verbose");
        Assert.Equal((1, "warning: 127.0.0.1 was not told (6 new failures): 404 NotFound\n"), (result.ExitCode, result.Error));
        Assert.DoesNotContain("CANARY", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--notify https://hooks.example/CANARY", "--notify tells what changed since an earlier check: name --history PLACE or --baseline FILE")]
    [InlineData("--history h --notify env:NOT_SET", "--notify env:NOT_SET: the environment variable NOT_SET is not set")]
    [InlineData("--history h --notify hooks.example/CANARY", "--notify: is no address such as https://hooks.slack.com/services/…")]
    [InlineData("--history h --notify https://u:CANARY@hooks.example/", "--notify: is no address such as https://hooks.slack.com/services/…")]
    [InlineData("--history h --notify file:///etc/CANARY", "--notify: is no address such as https://hooks.slack.com/services/…")]
    [InlineData("--history h --notify http://hooks.example/CANARY", "--notify: hooks.example would be told over http, where anybody on the way can read the address and use it; take https, or say --allow-plain-http")]
    [InlineData("--config n.yaml", "scanner: n.yaml:1:9: notify lacks its url: that of the webhook, or env:NAME for the variable that has it")]
    public async Task Wrong_use_is_one_line_without_the_secret(string arguments, string error)
    {
        _folder.With("n.yaml", "notify: { allowPlainHttp: true }\n");
        var result = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), ["check", Repository.Path("fixtures", "scans", "aws-eks-good", "snapshot.jsonl"), .. arguments.Split(' ')]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.DoesNotContain("CANARY", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(error + "\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(_folder["h"]));
    }

    private string Scan(string name, int day)
    {
        var snapshot = Acceptances.Recorded($"aws-eks-{name}");
        snapshot = snapshot with { Header = snapshot.Header with { StartedAt = snapshot.Header.StartedAt.AddDays(day) } };
        using var file = File.Create(_folder[$"scan-{day}.jsonl"]);
        SnapshotFile.Write(snapshot, file, file.Name);
        return $"scan-{day}.jsonl";
    }
}
