using Amazon.Runtime;

namespace Scanner.Collect.Aws;

/// <summary>The HTTP clients of the AWS clients: the SDK's own would let a body take as long and as much as it likes, and follow redirects.</summary>
/// <param name="largest">How many bytes an answer may have.</param>
internal sealed class BoundedHttp(long largest = BoundedAnswers.Largest) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        if (clientConfig.GetWebProxy() is { } proxy) connections.Proxy = proxy;
        var client = new HttpClient(new BoundedAnswers(connections, largest));
        if (clientConfig.Timeout is { } limit) client.Timeout = limit;
        return client;
    }
}
