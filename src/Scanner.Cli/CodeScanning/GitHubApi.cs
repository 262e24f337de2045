using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Cli.CodeScanning;

/// <summary>
/// GitHub's REST API, version 2022-11-28: calls with a token, waits where GitHub asks to wait, and tries again what failed on the way.
/// Redirects are not followed: the token goes to no other host.
/// </summary>
internal sealed class GitHubApi(GitHubRepository repository, string token, TimeProvider time, TimeSpan patience) : IDisposable
{
    private const int Attempts = 5;

    private const int LargestAnswer = 4 << 20;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) })
    {
        Timeout = TimeSpan.FromSeconds(100), MaxResponseContentBufferSize = LargestAnswer,
    };

    private Exception? _lastFailure;

    public GitHubRepository Repository => repository;

    /// <summary>Asks below the repository, <c>repos/OWNER/NAME/…</c>.</summary>
    /// <exception cref="UserErrorException">The API cannot be reached, or does not answer as GitHub does.</exception>
    public Task<GitHubAnswer> Get(string path, CancellationToken cancellationToken) => Send(HttpMethod.Get, path, null, cancellationToken);

    /// <inheritdoc cref="Get"/>
    public Task<GitHubAnswer> Post(string path, byte[] json, CancellationToken cancellationToken) => Send(HttpMethod.Post, path, json, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<GitHubAnswer> Send(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + patience;
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(method, path, json);
            using var response = await Try(request, cancellationToken);
            var pause = response is null ? Backoff(attempt) : Pause(response, attempt);
            if (pause is { } wait && attempt < Attempts && time.GetUtcNow() + wait <= end) await Task.Delay(wait, time, cancellationToken);
            else return response is null ? throw Unreachable() : await Read(response, cancellationToken);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, byte[]? json)
    {
        var request = new HttpRequestMessage(method, new Uri(repository.Api, $"repos/{repository.Owner}/{repository.Name}{(path.Length > 0 ? "/" : "")}{path}"));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("application/vnd.github+json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("scanner", typeof(GitHubApi).Assembly.GetName().Version?.ToString(3)));
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        if (json is not null) request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } };
        return request;
    }

    /// <returns>Null where no answer came: the line was cut, or nobody listened.</returns>
    private async Task<HttpResponseMessage?> Try(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            _lastFailure = e;
            return null;
        }
    }

    private UserErrorException Unreachable() =>
        new($"{repository.Api.Host} does not answer: {OneLine.Of((_lastFailure?.InnerException ?? _lastFailure)?.Message ?? "no answer")}; look at --api-url, and at the way there (HTTPS_PROXY)", _lastFailure);

    /// <summary>How long to wait before asking again; null where the answer is one to take.</summary>
    private TimeSpan? Pause(HttpResponseMessage response, int attempt)
    {
        var status = (int)response.StatusCode;
        var isLimited = status == 429 || (status == 403 && (response.Headers.RetryAfter is not null || Header(response, "x-ratelimit-remaining") == "0"));
        if (!isLimited && status is not (500 or 502 or 503 or 504)) return null;
        if (response.Headers.RetryAfter?.Delta is { } delta) return delta;
        if (isLimited && long.TryParse(Header(response, "x-ratelimit-reset"), CultureInfo.InvariantCulture, out var reset))
            return Longer(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(reset, 0, 253402300799)) - time.GetUtcNow(), TimeSpan.FromSeconds(1));
        return Backoff(attempt);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds(250 << attempt);

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private async Task<GitHubAnswer> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
            throw new UserErrorException($"{repository}: is elsewhere now (HTTP {(int)response.StatusCode} to {OneLine.Of(response.Headers.Location?.ToString() ?? "nowhere")}); give its new name with --repository");
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return new(response.StatusCode, bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement.Clone());
        }
        catch (JsonException) when ((int)response.StatusCode >= 400)
        {
            return new(response.StatusCode, default);
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{repository.Api} answers with something that is no JSON: it is no GitHub API; look at --api-url", e);
        }
    }
}
