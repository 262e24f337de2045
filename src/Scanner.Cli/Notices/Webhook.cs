using System.Net.Http.Headers;
using Scanner.Model;

namespace Scanner.Cli.Notices;

/// <summary>Posts a message. Whatever becomes of it is a line, and never the outcome of a check.</summary>
/// <param name="url">Where to.</param>
/// <param name="patience">How long an answer may take.</param>
internal sealed class Webhook(Uri url, TimeSpan patience)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Why it did not arrive, without more of the address than the host; null where it did.</returns>
    public async Task<string?> Post(byte[] message, CancellationToken cancellationToken)
    {
        // a redirect could lead the message and the address's secret anywhere
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = patience };
        using var content = new ByteArrayContent(message) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? null
                : (int)answer.StatusCode is >= 300 and < 400 ? $"it leads elsewhere{Host(answer.Headers.Location)} ({(int)answer.StatusCode}), which is not followed"
                : $"{(int)answer.StatusCode} {OneLine.Of(answer.ReasonPhrase ?? "")}".TrimEnd();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {patience.TotalSeconds:0} seconds";
        }
        catch (HttpRequestException e)
        {
            return OneLine.Of(e.GetBaseException().Message);
        }
    }

    private static string Host(Uri? location) => location is { IsAbsoluteUri: true } elsewhere ? $", to {elsewhere.Host}" : "";
}
