using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Scanner.Tests.AwsSdk;

/// <summary>
/// A small HTTP server on 127.0.0.1 that gives its answers in order, the last one again and again, and keeps the requests.
/// Without answers it lets its callers wait.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly LoopbackAnswer[] _answers;
    private readonly Task _serving;

    public LoopbackServer(params LoopbackAnswer[] answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<LoopbackRequest> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
            catch (Exception e) when (_stop.IsCancellationRequested && e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        Requests.Add(await ReadAsync(stream));
        if (_answers.Length == 0) await Task.Delay(Timeout.Infinite, _stop.Token);
        var answer = _answers[Math.Min(Requests.Count, _answers.Length) - 1];
        await stream.WriteAsync(answer.ToBytes(), _stop.Token);
    }

    private async Task<LoopbackRequest> ReadAsync(NetworkStream stream)
    {
        var head = (await ReadHeadAsync(stream)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = head[0].Split(' ');
        var headers = head.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new LoopbackRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }
        return head.ToString();
    }
}
