using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using Scanner.Collect;

namespace Scanner.Tests.Collect;

/// <summary>AWS as it was recorded: a server on 127.0.0.1 that knows real signed requests and answers from a folder, or makes trouble.</summary>
internal sealed class RecordedAws : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<AwsRequest> _requests = new();
    private readonly ConcurrentQueue<AwsRequest> _answered = new();
    private readonly ConcurrentDictionary<string, Trouble> _troubles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _replaced = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Status, string Code, int Times)> _refused = new(StringComparer.Ordinal);
    private Func<AwsRequest, AwsAnswer?> _special = _ => null;
    private readonly RecordedCase _case;
    private Func<AwsRequest, string, byte[], byte[]>? _rewriting;
    private readonly Task _serving;

    public RecordedAws(string name)
    {
        _case = new(name);
        _listener.Start();
        _serving = Serve();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The target that a scan is pointed at.</summary>
    public LiveTarget Target => new("recorded") { KeepAll = true, Aws = new(["us-east-1"]) { Endpoint = Url, Given = new BasicAWSCredentials("AKIDEXAMPLE", "secret") } };

    /// <summary>How the recordings call what a request names.</summary>
    public Func<string, string> Named { get; init; } = value => value;

    /// <summary>What answers give as their date; null where they give none.</summary>
    public DateTimeOffset? Dated { get; init; }

    public IReadOnlyList<AwsRequest> Requests => [.. _requests];

    /// <summary>The requests whose answer was sent in full.</summary>
    public IReadOnlyList<AwsRequest> Answered => [.. _answered];

    /// <summary>After how many requests the caller's token expires.</summary>
    public int ExpiresAfter { get; init; } = int.MaxValue;

    /// <summary>Where redirects lead.</summary>
    public Uri? Elsewhere { get; init; }

    /// <summary>How many bytes of bodies without an end were taken.</summary>
    public long Sent { get; private set; }

    /// <summary>The distinct IAM actions that were asked for, sorted.</summary>
    public IReadOnlyList<string> Actions => [.. _requests.Select(r => r.Action).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>From now on this action is in trouble.</summary>
    public RecordedAws With(string action, Trouble trouble)
    {
        _troubles[action] = trouble;
        return this;
    }

    /// <summary>Whether an action is in one of these troubles.</summary>
    public bool IsInTrouble(string action, params IEnumerable<Trouble> troubles) => _troubles.TryGetValue(action, out var trouble) && troubles.Contains(trouble);

    /// <summary>From now on this action, or <c>action.value</c> where a request names the value, is answered with this body.</summary>
    public RecordedAws Answer(string action, string body)
    {
        _replaced[action] = body;
        return this;
    }

    /// <summary>From now on this action is answered with this error, so many times.</summary>
    public RecordedAws Refuse(string action, int status, string code, int times = int.MaxValue)
    {
        _refused[action] = (status, code, times);
        return this;
    }

    /// <summary>From now on what is recorded is changed on its way: takes the request, the name of the file and what it says.</summary>
    public RecordedAws Rewrite(Func<AwsRequest, string, byte[], byte[]> rewriting)
    {
        _rewriting = rewriting;
        return this;
    }

    /// <summary>From now on requests are answered so, where that gives an answer.</summary>
    public RecordedAws When(Func<AwsRequest, AwsAnswer?> answer)
    {
        _special = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(Task.Run(() => Answer(connection), CancellationToken.None));
            }
        }
        catch (Exception e) when (e is OperationCanceledException || (e is SocketException or InvalidOperationException && _stop.IsCancellationRequested))
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Answer(TcpClient connection)
    {
        using var _ = connection;
        try
        {
            var stream = connection.GetStream();
            if (await AwsRequest.Read(stream, _stop.Token) is not { } request) return;
            _requests.Enqueue(request);
            if (await Answer(request) is not { } answer) return;
            await stream.WriteAsync((answer with { Date = Dated }).ToBytes(), _stop.Token);
            await End(answer, connection);
            _answered.Enqueue(request);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // the scan hung up, which is what its deadline is for
        }
    }

    private async Task End(AwsAnswer answer, TcpClient connection)
    {
        if (answer.Then is Trouble.Reset) connection.LingerState = new(true, 0);
        if (answer.Then is Trouble.Dripping) await Task.Delay(Timeout.Infinite, _stop.Token);
        if (answer.Then is not Trouble.Endless) return;
        for (var more = new byte[64 * 1024]; Sent < 1024 * 1024 * 1024; Sent += more.Length) await connection.GetStream().WriteAsync(more, _stop.Token);
    }

    private async Task<AwsAnswer?> Answer(AwsRequest request)
    {
        if (_requests.Count > ExpiresAfter) return AwsAnswer.Error(request, 403, "ExpiredToken", "The security token included in the request is expired");
        if (_special(request) is { } special) return special;
        if (_refused.TryGetValue(request.Action, out var refused) && _requests.Count(r => r.Action == request.Action) <= refused.Times)
            return AwsAnswer.Error(request, refused.Status, refused.Code, "said no");
        if (!_troubles.TryGetValue(request.Action, out var trouble)) return Recorded(request);
        switch (trouble)
        {
            case Trouble.ThrottledAtFirst when _requests.Count(r => r.Action == request.Action) > 4: return Recorded(request);
            case Trouble.Denied: return AwsAnswer.Error(request, 403, DeniedCode(request.Service), $"not authorized to perform: {request.Action}");
            case Trouble.Throttled or Trouble.ThrottledAtFirst: return AwsAnswer.Error(request, request.Service is "ec2" or "s3" ? 503 : request.Service is "elasticfilesystem" or "eks" ? 429 : 400, ThrottledCode(request.Service), "Rate exceeded");
            case Trouble.Expired: return AwsAnswer.Error(request, 403, "ExpiredToken", "The security token included in the request is expired");
            case Trouble.Broken: return AwsAnswer.Error(request, 500, "InternalFailure", "An internal error has occurred");
            case Trouble.Empty: return new(200, "text/xml", []);
            case Trouble.BrokenOnce or Trouble.UnavailableOnce or Trouble.SkewedOnce when _requests.Count(r => r.Action == request.Action) > 1: return Recorded(request);
            case Trouble.BrokenOnce: return AwsAnswer.Error(request, 500, "InternalFailure", "An internal error has occurred");
            case Trouble.Unavailable or Trouble.UnavailableOnce: return AwsAnswer.Error(request, 503, "ServiceUnavailable", "The service is unavailable");
            case Trouble.Skewed or Trouble.SkewedOnce:
                return AwsAnswer.Error(request, 403, "RequestTimeTooSkewed", "The difference between the request time and the server's time is too large") with
                {
                    Headers = $"Date: {TimeProvider.System.GetUtcNow().AddHours(2):R}\r\n",
                };
            case Trouble.LogIn: return new(200, "text/html", "<!DOCTYPE html><html><body>Log in to the network</body></html>"u8.ToArray());
            case Trouble.Foreign: return Foreign(request);
            case Trouble.Malformed: return new(200, "text/xml", Recorded(request).Body[..^3]);
            case Trouble.Bomb: return new(200, "text/xml", Encoding.UTF8.GetBytes(Bomb()));
            case Trouble.Moved or Trouble.Found or Trouble.Redirected:
                return new(trouble switch { Trouble.Moved => 301, Trouble.Found => 302, _ => 307 }, "text/plain", []) { Headers = $"Location: {Elsewhere}\r\n" };
            case Trouble.Reset or Trouble.Dripping or Trouble.Cut:
                var whole = Recorded(request);
                return whole with { Body = whole.Body[..(whole.Body.Length / 2)], Length = whole.Body.Length, Then = trouble };
            case Trouble.Endless: return new(200, "text/xml", "<"u8.ToArray()) { Length = -1, Then = trouble };
            default:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return null;
        }
    }

    private AwsAnswer Recorded(AwsRequest request)
    {
        var special = _replaced.Keys.Where(k => k.StartsWith(request.Action + ".", StringComparison.Ordinal) && request.Values.Contains(k[(request.Action.Length + 1)..]))
            .Concat(_replaced.Keys.Where(k => k == request.Action)).FirstOrDefault();
        if (special is not null) return Rewritten(request, $"{request.Service}.{request.Operation}.{(_replaced[special].StartsWith('{') ? "json" : "xml")}", new(200, "text/xml", Encoding.UTF8.GetBytes(_replaced[special])));
        if (request.AccessKey is null) return new(404, "text/plain", []);
        if (_case.Find(request with { Values = request.Values.Select(Named).ToHashSet(StringComparer.Ordinal) }) is { } file) return Rewritten(request, Path.GetFileName(file), AwsAnswer.Of(file));
        return request.Service == "eks" ? AwsAnswer.Error(request, 404, "ResourceNotFoundException", $"nothing found for {string.Join(' ', request.Values)}") : AwsAnswer.Error(request, 400, "NotRecorded", $"nothing is recorded for {request.Action} of {string.Join(' ', request.Values)}");
    }

    private AwsAnswer Rewritten(AwsRequest request, string file, AwsAnswer answer) => _rewriting is null ? answer : answer with { Body = _rewriting(request, file, answer.Body) };

    private static AwsAnswer Foreign(AwsRequest request) => request.Service is "ds" or "fsx" or "ssm" or "elasticfilesystem" or "eks"
        ? new(200, "application/json", """{"Buckets":[{"Name":"a"}]}"""u8.ToArray())
        : new(200, "text/xml", "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name></Bucket></Buckets></ListAllMyBucketsResult>"u8.ToArray());

    private static string Bomb() =>
        $"<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a0 \"ha\">{string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">"))}]><b>&a30;</b>";

    private static string DeniedCode(string service) => service switch
    {
        "ec2" => "UnauthorizedOperation",
        "ds" or "fsx" or "ssm" or "elasticfilesystem" or "eks" => "AccessDeniedException",
        _ => "AccessDenied",
    };

    private static string ThrottledCode(string service) => service switch
    {
        "ec2" => "RequestLimitExceeded",
        "s3" => "SlowDown",
        "ds" or "fsx" or "ssm" => "ThrottlingException",
        "elasticfilesystem" => "ThrottlingException",
        "eks" => "TooManyRequestsException",
        _ => "Throttling",
    };
}
