using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;

namespace Scanner.Collect.Kubernetes;

/// <summary>Shows a credential with every request, renews it in time, and once more where the server refuses it.</summary>
internal sealed class CredentialHandler(ClusterAccess access, TimeProvider time) : HttpMessageHandler
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<HttpMessageInvoker> _connections = [];
    private IssuedCredential? _current;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // the handler below verifies the server against the request's Host, whatever SslOptions.TargetHost says
        if (access.TlsServerName is { } name) request.Headers.Host = name;
        var (credential, connection) = await Credential(null, cancellationToken);
        var response = await Send(request, credential, connection, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized || credential is null || access.Credentials is FixedToken) return response;
        response.Dispose();
        (credential, connection) = await Credential(credential, cancellationToken);
        return await Send(request, credential, connection, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var connection in _connections) connection.Dispose();
            _gate.Dispose();
        }
        base.Dispose(disposing);
    }

    private static Task<HttpResponseMessage> Send(HttpRequestMessage request, IssuedCredential? credential, HttpMessageInvoker connection, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = credential?.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        return connection.SendAsync(request, cancellationToken);
    }

    /// <param name="refused">The one that the server just refused; of several requests that were refused together, one asks for another.</param>
    private async Task<(IssuedCredential?, HttpMessageInvoker)> Credential(IssuedCredential? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var before = _current;
            if (access.Credentials is { } source && (before is null || ReferenceEquals(before, refused) || time.GetUtcNow() >= before.RenewAt))
                _current = await source.Issue(time, cancellationToken);
            if (_connections.Count == 0 || !ReferenceEquals(before?.Certificate, _current?.Certificate)) _connections.Add(new(Connection(_current?.Certificate)));
            return (_current, _connections[^1]);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A certificate belongs to connections, so that another one needs new ones.</summary>
    private SocketsHttpHandler Connection(SslStreamCertificateContext? issued)
    {
        var trust = new ServerTrust(access);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // it would carry the credential elsewhere
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            UseCookies = false,
            SslOptions = new()
            {
                CertificateChainPolicy = trust.Policy(),
                RemoteCertificateValidationCallback = trust.Verify,
                ClientCertificateContext = issued ?? access.Certificate,
            },
        };
        if (access.Proxy is { } proxy) handler.Proxy = Proxy(proxy);
        return handler;
    }

    private static WebProxy Proxy(Uri address) => new(address)
    {
        Credentials = address.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password] ? new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password)) : null,
    };
}
