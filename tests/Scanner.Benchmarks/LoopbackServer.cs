using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Scanner.Benchmarks;

/// <summary>Answers GET requests on 127.0.0.1, one a connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, byte[]> _answer;
    private long _sent;

    public LoopbackServer(Func<string, byte[]> answer)
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
        var (head, buffer) = (new StringBuilder(), new byte[8192]);
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0) return;
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        var body = _answer(head.ToString().Split(' ')[1]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
        Interlocked.Add(ref _sent, body.Length);
    }
}
