using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;

namespace Scanner.Tests.Cli.Artifacts;

/// <summary>A server on 127.0.0.1 that speaks as S3 does: PUT, GET, DELETE, ListObjectsV2, conditions, pages, and what refuses them.</summary>
internal sealed class LoopbackS3 : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private int _slowDowns;

    public LoopbackS3()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Everything in the bucket <c>ops</c>, by key.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Methods that are refused with 403.</summary>
    public HashSet<string> Denied { get; } = [];

    public bool KnowsConditions { get; set; } = true;

    public int PageSize { get; set; } = 1000;

    /// <summary>How many requests are answered with 503.</summary>
    public int SlowDowns { get => _slowDowns; set => _slowDowns = value; }

    /// <summary>Bytes at the end of an object that are promised and not sent.</summary>
    public int Cut { get; set; }

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_S3"] = Url, ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "CANARY-secret", ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    public IAmazonS3 Client(int retries = 0) =>
        new AmazonS3Client(new BasicAWSCredentials("AKIDEXAMPLE", "CANARY-secret"), new AmazonS3Config { ServiceURL = Url, AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = retries });

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => Answer(context));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            var (status, said) = Answer(context.Request, body.ToArray());
            context.Response.StatusCode = status;
            if (said.Length == 0) return;
            context.Response.ContentLength64 = said.Length;
            context.Response.OutputStream.Write(said.AsSpan(0, said.Length - (status == 200 ? Cut : 0)));
        }
        catch (HttpListenerException)
        {
            return; // the caller was ended
        }
        finally
        {
            if (Cut == 0) context.Response.Close();
            else context.Response.Abort();
        }
    }

    private (int Status, byte[] Body) Answer(HttpListenerRequest request, byte[] body)
    {
        var path = Uri.UnescapeDataString(request.RawUrl!.Split('?')[0]).TrimStart('/').Split('/', 2);
        var key = path.Length > 1 ? path[1] : "";
        Requests.Enqueue($"{request.HttpMethod} {key}");
        if (Interlocked.Decrement(ref _slowDowns) >= 0) return Error(503, "SlowDown");
        if (path[0] != "ops") return Error(404, "NoSuchBucket");
        if (Denied.Contains(request.HttpMethod)) return Error(403, "AccessDenied");
        return request.HttpMethod switch
        {
            "PUT" => Put(request, key, body),
            "DELETE" => Remove(key),
            _ when key.Length == 0 => (200, List(request)),
            _ => Objects.TryGetValue(key, out var found) ? (200, found) : Error(404, "NoSuchKey"),
        };
    }

    private (int, byte[]) Put(HttpListenerRequest request, string key, byte[] body)
    {
        if (request.Headers["If-None-Match"] is null)
        {
            Objects[key] = body;
            return (200, []);
        }
        return !KnowsConditions ? Error(501, "NotImplemented") : Objects.TryAdd(key, body) ? (200, []) : Error(412, "PreconditionFailed");
    }

    private (int, byte[]) Remove(string key)
    {
        Objects.TryRemove(key, out _);
        return (204, []);
    }

    private byte[] List(HttpListenerRequest request)
    {
        var (prefix, after) = (request.QueryString["prefix"] ?? "", request.QueryString["continuation-token"] ?? "");
        var keys = Objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal) && !k[prefix.Length..].Contains('/') && string.CompareOrdinal(k, after) > 0).Order(StringComparer.Ordinal).ToList();
        var page = keys.Take(PageSize).ToList();
        var xml = new StringBuilder($"<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>ops</Name><IsTruncated>{(keys.Count > page.Count ? "true" : "false")}</IsTruncated>");
        if (keys.Count > page.Count) xml.Append(CultureInfo.InvariantCulture, $"<NextContinuationToken>{SecurityElement.Escape(page[^1])}</NextContinuationToken>");
        foreach (var key in page) xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{SecurityElement.Escape(key)}</Key><LastModified>2026-11-22T00:00:00.000Z</LastModified><ETag>\"{Convert.ToHexStringLower(SHA256.HashData(Objects[key]))}\"</ETag><Size>{Objects[key].Length}</Size></Contents>");
        return Encoding.UTF8.GetBytes(xml.Append("</ListBucketResult>").ToString());
    }

    private static (int, byte[]) Error(int status, string code) => (status, Encoding.UTF8.GetBytes($"<Error><Code>{code}</Code><Message>{code} says the server</Message></Error>"));
}
