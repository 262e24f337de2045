using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Scanner.Collect.Kubernetes;

namespace Scanner.Tests.Collect.Kubernetes;

/// <summary>An API server on 127.0.0.1, which speaks TLS and answers as the test says.</summary>
internal sealed class LoopbackCluster : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<KubernetesRequest> _requests = new();
    private readonly ConcurrentQueue<KubernetesRequest> _answered = new();
    private readonly X509Certificate2? _certificate;
    private readonly Func<KubernetesRequest, KubernetesAnswer> _answer;
    private readonly Task _serving;

    /// <param name="certificate">The server's; null to speak without TLS.</param>
    /// <param name="answer">What a request is answered with.</param>
    public LoopbackCluster(X509Certificate2? certificate, Func<KubernetesRequest, KubernetesAnswer> answer)
    {
        (_certificate, _answer) = (certificate, answer);
        _listener.Start();
        _serving = Serve();
    }

    /// <summary>One without TLS, which knows the paths of a dictionary.</summary>
    public LoopbackCluster(Dictionary<string, KubernetesAnswer> answers) : this(null, r => answers.TryGetValue(r.Path, out var answer) ? answer : KubernetesAnswer.NotFound) { }

    public Uri Url => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public ClusterAccess Access => new("loopback", Url);

    public IReadOnlyList<KubernetesRequest> Requests => [.. _requests];

    /// <summary>The requests whose answer was sent, as far as it was to be.</summary>
    public IReadOnlyList<KubernetesRequest> Answered => [.. _answered];

    public IReadOnlyList<string> Paths => [.. _requests.Select(r => r.Path)];

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
            var (stream, client) = await Secure(connection.GetStream());
            await using var __ = stream;
            if (await Read(stream, client) is not { } request) return;
            _requests.Enqueue(request);
            var answer = _answer(request);
            if (answer.IsSilent) await Task.Delay(Timeout.Infinite, _stop.Token);
            await stream.WriteAsync(answer.ToBytes(), _stop.Token);
            _answered.Enqueue(request);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException)
        {
            // the client hung up, which is what it must do where it does not trust this server
        }
    }

    private async Task<(Stream, string?)> Secure(NetworkStream plain)
    {
        if (_certificate is null) return (plain, null);
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = _certificate,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is null or { Subject.Length: > 0 }, // the test looks at the name
        }, _stop.Token);
        return (secure, secure.RemoteCertificate?.Subject);
    }

    private async Task<KubernetesRequest?> Read(Stream stream, string? client)
    {
        var (head, buffer) = (new StringBuilder(), new byte[8192]);
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0) return null;
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new(lines[0].Split(' ')[1], lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0].ToLowerInvariant(), l => l[1]), client);
    }
}
