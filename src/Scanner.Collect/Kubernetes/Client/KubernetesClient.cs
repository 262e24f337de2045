using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>Reads from one API server. Nothing else in the project speaks to Kubernetes, so that an official client could stand in for it.</summary>
internal sealed class KubernetesClient : IDisposable
{
    /// <summary>How many objects a page holds, as kubectl has it.</summary>
    public const int PageSize = 500;

    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public KubernetesClient(ClusterAccess access, TimeProvider time) : this(access, time, new CredentialHandler(access, time)) { }

    /// <param name="access">What the cluster is called, and its address.</param>
    /// <param name="time">The clock.</param>
    /// <param name="server">What answers: the way to the cluster, or something that stands in for it, such as files.</param>
    public KubernetesClient(ClusterAccess access, TimeProvider time, HttpMessageHandler server)
    {
        (Access, _time) = (access, time);
        _http = new(server) { BaseAddress = access.Server, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.UserAgent.Add(new("scanner", null));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public ClusterAccess Access { get; }

    /// <summary>The JSON at a path.</summary>
    /// <param name="path">Below the server's address, without a slash at its beginning, e.g. <c>api/v1/namespaces/kube-system</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="KubernetesStatusException">The server refused.</exception>
    public async Task<JsonElement> Get(string path, CancellationToken cancellationToken)
    {
        using var response = await Ask(path, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync<JsonElement>(body, cancellationToken: cancellationToken);
    }

    /// <summary>A page of the list at a path; all pages that follow one are of the same moment.</summary>
    /// <param name="path">The list, which may have a query of its own.</param>
    /// <param name="token">What the page before gave; null for the first one.</param>
    /// <param name="read">Takes what is needed of an object, whose JSON is forgotten after it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<KubernetesPage<T>> Page<T>(string path, string? token, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var query = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={PageSize}{(token is null ? "" : $"&continue={Uri.EscapeDataString(token)}")}";
        using var response = await Ask(query, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await new PageReader<T>(body, read).Read(cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Ask(string path, CancellationToken cancellationToken)
    {
        var response = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await Refused(response, cancellationToken);
    }

    private async Task<KubernetesStatusException> Refused(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (reason, message, next) = (int)response.StatusCode is >= 300 and < 400
            ? (null, $"{(int)response.StatusCode}: the server sends elsewhere, which is not followed", null)
            : Said(await Beginning(response, cancellationToken), response);
        var after = response.Headers.RetryAfter;
        return new(response.StatusCode, reason, message) { RetryAfter = after?.Delta ?? (after?.Date - _time.GetUtcNow()), Continue = next };
    }

    private static async Task<string> Beginning(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
    }

    /// <summary>A Status object, or, from what stands in front of the server or has no such path, plain text.</summary>
    private static (string? Reason, string Message, string? Next) Said(string body, HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        try
        {
            using var status = JsonDocument.Parse(body);
            if (Text(status.RootElement, "kind") == "Status")
                return (Text(status.RootElement, "reason"), $"{code} {Text(status.RootElement, "reason")}: {Text(status.RootElement, "message")}", Continue(status.RootElement));
        }
        catch (JsonException)
        {
            return (null, $"{code} {response.ReasonPhrase}: {body}", null);
        }
        return (null, $"{code} {response.ReasonPhrase}", null);
    }

    private static string? Continue(JsonElement status) =>
        status.TryGetProperty("metadata", out var metadata) && Text(metadata, "continue") is { Length: > 0 } next ? next : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
