using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Scanner.Benchmarks;

/// <summary>Answers requests on 127.0.0.1, one a connection.</summary>
internal sealed partial class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string, byte[]> _answer;
    private long _sent;

    /// <param name="answer">Makes an answer of a request's path and body.</param>
    public LoopbackServer(Func<string, string, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Serve();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public long Sent => Volatile.Read(ref _sent);

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        while (true)
        {
            var connection = await _listener.AcceptTcpClientAsync();
            _ = Task.Run(() => Answer(connection));
        }
    }

    private async Task Answer(TcpClient connection)
    {
        using var _ = connection;
        await using var stream = connection.GetStream();
        var (request, buffer) = (new StringBuilder(), new byte[8192]);
        while (!IsWhole(request.ToString()))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return;
            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        var text = request.ToString();
        var body = _answer(text.Split(' ')[1], text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
        Interlocked.Add(ref _sent, body.Length);
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = Length().Match(request[..end]);
        return !length.Success || request.Length >= end + 4 + int.Parse(length.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Content-Length: (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
