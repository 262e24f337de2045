namespace Scanner.Collect.Aws;

/// <summary>
/// Reads every answer whole, up to a limit, before anything is made of it: a body that drips ends with its call, one without end fills no
/// memory, and nothing is followed elsewhere.
/// </summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner, long largest = BoundedAnswers.Largest) : DelegatingHandler(inner)
{
    /// <summary>A page of a thousand instances, network interfaces or security groups with many rules has some ten megabytes.</summary>
    public const int Largest = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var isWhole = false;
        try
        {
            // the SDK would send a signed request to wherever it says
            response.Headers.Location = null;
            await response.Content.LoadIntoBufferAsync(largest, cancellationToken);
            isWhole = true;
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"the answer is larger than {largest / (1024 * 1024)} MB");
        }
        finally
        {
            if (!isWhole) response.Dispose();
        }
    }
}
