using System.Globalization;
using System.Net;
using System.Text.Json;
using Scanner.Tests.AwsSdk;

namespace Scanner.Tests.Cli.Lambda;

/// <summary>The program runs against a loopback server that answers as Lambda's runtime API is documented to, and then is gone.</summary>
public sealed class LambdaTests : IDisposable
{
    private static readonly LoopbackAnswer s_accepted = LoopbackAnswer.Json("""{"status":"OK"}""", HttpStatusCode.Accepted);

    private static readonly LoopbackAnswer s_gone = LoopbackAnswer.Json("{}", HttpStatusCode.Gone);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_invocation_is_a_check_whose_counts_are_the_answer()
    {
        await using var lambda = new LoopbackServer(Next("r-1", """{"targets":["files"]}"""), s_accepted, s_gone);
        var run = await Run(lambda, ("SCANNER_REPORTS", _folder["reports"]), ("SCANNER_HISTORY", _folder["history"]), ("SCANNER_FORMATS", "sarif, json"));
        Assert.Equal(["GET /2018-06-01/runtime/invocation/next", "POST /2018-06-01/runtime/invocation/r-1/response", "GET /2018-06-01/runtime/invocation/next"], lambda.Requests.Select(r => $"{r.Method} {r.Target}"));
        var answer = JsonDocument.Parse(lambda.Requests[1].Body).RootElement;
        Assert.Equal("pwb", answer.GetProperty("environments")[0].GetProperty("label").GetString());
        Assert.True(answer.GetProperty("environments")[0].GetProperty("counts").GetProperty("rules").GetInt32() > 60, run.Error);
        Assert.All(answer.GetProperty("written").EnumerateArray(), w => Assert.True(File.Exists(w.GetString()), w.GetString()));
        Assert.Equal(2, answer.GetProperty("written").GetArrayLength());
        Assert.NotEmpty(Directory.GetFiles(_folder["history"]));
        Assert.Contains("the runtime API at", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_may_be_described_by_the_event()
    {
        var config = JsonSerializer.Serialize(_folder.With("cluster.yaml", File.ReadAllText(Config)));
        await using var lambda = new LoopbackServer(Next("r-1", $$$"""{"target":{"name":"described","declared":[{{{config}}}],"cluster":"other"}}"""), s_accepted, s_gone);
        _ = await Run(lambda);
        Assert.Equal("other", JsonDocument.Parse(lambda.Requests[1].Body).RootElement.GetProperty("environments")[0].GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("[]", "Scanner.BadEvent", "expected an object")]
    [InlineData("{\"target\":", "Scanner.BadEvent", "is no JSON")]
    [InlineData("{\"targets\":\"prod\"}", "Scanner.BadEvent", "expected a list of names")]
    [InlineData("{\"regions\":[]}", "Scanner.BadEvent", "'regions' is unknown; known are targets, target, only")]
    [InlineData("{\"targets\":[\"filse\"]}", "Scanner.BadInput", "scanner.yaml has no such target; did you mean 'files'")]
    [InlineData("{\"target\":{\"awz\":{}}}", "Scanner.BadInput", "'awz'")]
    [InlineData("{\"only\":[\"PCL-999\"]}", "Scanner.BadInput", "PCL-999")]
    public async Task A_bad_event_is_an_error_and_the_next_one_is_answered(string sent, string type, string said)
    {
        await using var lambda = new LoopbackServer(Next("r-1", sent), s_accepted, Next("r-2", """{"detail-type":"Scheduled Event","detail":{}}"""), s_accepted, s_gone);
        _ = await Run(lambda);
        Assert.Equal(("/2018-06-01/runtime/invocation/r-1/error", type), (lambda.Requests[1].Target, lambda.Requests[1].Headers["Lambda-Runtime-Function-Error-Type"]));
        var error = JsonDocument.Parse(lambda.Requests[1].Body).RootElement;
        Assert.Equal(type, error.GetProperty("errorType").GetString());
        Assert.Contains(said, error.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal("/2018-06-01/runtime/invocation/r-2/response", lambda.Requests[3].Target);
    }

    [Fact]
    public async Task A_scan_that_runs_late_reports_what_it_has()
    {
        await using var aws = new LoopbackServer();
        _folder.With("scanner.yaml", "targets:\n  - name: slow\n    aws: { regions: [us-east-1] }\n");
        await using var lambda = new LoopbackServer(Next("r-1", "{}", seconds: 20), s_accepted, s_gone);
        _ = await Run(lambda, ("AWS_ENDPOINT_URL", aws.Url), ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"));
        Assert.Equal("/2018-06-01/runtime/invocation/r-1/response", lambda.Requests[1].Target);
        var answer = JsonDocument.Parse(lambda.Requests[1].Body).RootElement;
        Assert.Equal((3, false), (answer.GetProperty("exitCode").GetInt32(), answer.GetProperty("complete").GetBoolean()));
    }

    [Fact]
    public async Task What_the_function_is_told_wrongly_is_said_before_anything_is_fetched()
    {
        await using var lambda = new LoopbackServer(s_accepted);
        var run = await Run(lambda, ("SCANNER_FORMATS", "sarif,pdf"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("POST /2018-06-01/runtime/init/error", $"{lambda.Requests[0].Method} {lambda.Requests[0].Target}");
        Assert.Contains("there is no format pdf", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_than_in_lambda_it_says_what_it_is_for()
    {
        var run = await ScannerProcess.Run(_folder.Path, new Dictionary<string, string>(), "lambda");
        Assert.Equal((2, "scanner: AWS_LAMBDA_RUNTIME_API is not set: AWS Lambda runs this, in an image whose command is scanner lambda; elsewhere use scanner check\n"), (run.ExitCode, run.Error));
    }

    private static string Config => Path.Combine(Repository.Root, "fixtures", "architectures", "parallelcluster", "cluster-config.yaml");

    private static LoopbackAnswer Next(string id, string sent, int seconds = 120) => LoopbackAnswer.Json(sent) with
    {
        Headers = new Dictionary<string, string>
        {
            ["Lambda-Runtime-Aws-Request-Id"] = id,
            ["Lambda-Runtime-Deadline-Ms"] = TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1",
        },
    };

    private Task<ScannerProcess.Result> Run(LoopbackServer lambda, params (string Name, string Value)[] environment)
    {
        if (!File.Exists(_folder["scanner.yaml"]))
            _folder.With("scanner.yaml", $"targets:\n  - name: files\n    declared: [{JsonSerializer.Serialize(Config)}]\n    cluster: pwb\n");
        var variables = environment.ToDictionary(e => e.Name, e => e.Value);
        variables["AWS_LAMBDA_RUNTIME_API"] = lambda.Url["http://".Length..];
        variables["SCANNER_CONFIG"] = _folder["scanner.yaml"];
        return ScannerProcess.Run(_folder.Path, variables, "lambda");
    }
}
