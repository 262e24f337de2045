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

    public IReadOnlyList<AwsRequest> Requests => [.. _requests];

    /// <summary>The requests whose answer was sent in full.</summary>
    public IReadOnlyList<AwsRequest> Answered => [.. _answered];

    /// <summary>The distinct IAM actions that were asked for, sorted.</summary>
    public IReadOnlyList<string> Actions => [.. _requests.Select(r => r.Action).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>From now on this action is in trouble.</summary>
    public RecordedAws With(string action, Trouble trouble)
    {
        _troubles[action] = trouble;
        return this;
    }

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
            await stream.WriteAsync(answer.ToBytes(), _stop.Token);
            _answered.Enqueue(request);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // the scan hung up, which is what its deadline is for
        }
    }

    private async Task<AwsAnswer?> Answer(AwsRequest request)
    {
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
            case Trouble.Cut:
                var whole = Recorded(request);
                return whole with { Body = whole.Body[..(whole.Body.Length / 2)], Length = whole.Body.Length };
            default:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return null;
        }
    }

    private AwsAnswer Recorded(AwsRequest request)
    {
        var special = _replaced.Keys.Where(k => k.StartsWith(request.Action + ".", StringComparison.Ordinal) && request.Values.Contains(k[(request.Action.Length + 1)..]))
            .Concat(_replaced.Keys.Where(k => k == request.Action)).FirstOrDefault();
        if (special is not null) return new(200, "text/xml", Encoding.UTF8.GetBytes(_replaced[special]));
        if (_case.Find(request) is { } file) return AwsAnswer.Of(file);
        return request.Service == "eks" ? AwsAnswer.Error(request, 404, "ResourceNotFoundException", $"nothing found for {string.Join(' ', request.Values)}") : AwsAnswer.Error(request, 400, "NotRecorded", $"nothing is recorded for {request.Action} of {string.Join(' ', request.Values)}");
    }

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
