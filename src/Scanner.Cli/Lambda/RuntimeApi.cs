using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Scanner.Cli.Lambda;

/// <summary>
/// Lambda's runtime API, version 2018-06-01: where a custom runtime fetches invocations, and sends what came of them. It is an own class
/// because the feed has no Amazon.Lambda.RuntimeSupport, which can take its place here.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    /// <summary>What Lambda takes as an answer: 6 MB.</summary>
    public const int LargestAnswer = 6 * 1024 * 1024;

    private readonly HttpClient _client;

    /// <param name="address">HOST:PORT, as in <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
    public RuntimeApi(string address) =>
        // the next invocation may be long in coming, so only the process's end ends the wait
        _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new($"http://{address}/2018-06-01/runtime/"), Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _client.Dispose();

    /// <summary>Waits for the next invocation.</summary>
    /// <exception cref="HttpRequestException">The API is gone: nothing more can be done.</exception>
    public async Task<Invocation> Next(CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync("invocation/next", cancellationToken);
        response.EnsureSuccessStatusCode();
        var id = Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new HttpRequestException("the runtime API hands out an invocation without a request id");
        var deadline = long.TryParse(Header(response, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, 253402300799999)) : throw new HttpRequestException("the runtime API hands out an invocation without a deadline");
        return new(id, deadline, Header(response, "Lambda-Runtime-Trace-Id"), await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public Task Respond(Invocation invocation, byte[] answer, CancellationToken cancellationToken) =>
        Post($"invocation/{Uri.EscapeDataString(invocation.RequestId)}/response", answer, null, cancellationToken);

    public Task Fail(Invocation invocation, InvocationException error, CancellationToken cancellationToken) =>
        Post($"invocation/{Uri.EscapeDataString(invocation.RequestId)}/error", Body(error), error.Type, cancellationToken);

    /// <summary>Says that the function cannot even begin.</summary>
    public Task FailToBegin(InvocationException error, CancellationToken cancellationToken) => Post("init/error", Body(error), error.Type, cancellationToken);

    private async Task Post(string path, byte[] body, string? errorType, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (errorType is not null) request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        using var response = await _client.SendAsync(request, cancellationToken);
        // an invocation that Lambda has given up meanwhile takes no answer, and the next one is fetched all the same
        if (response.StatusCode is not HttpStatusCode.BadRequest and not HttpStatusCode.Forbidden) response.EnsureSuccessStatusCode();
    }

    private static byte[] Body(InvocationException error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("errorType", error.Type);
            json.WriteString("errorMessage", error.Message);
            json.WriteStartArray("stackTrace");
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
