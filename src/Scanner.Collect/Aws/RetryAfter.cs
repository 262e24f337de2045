using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Scanner.Collect.Aws;

/// <summary>For how long a service asks to be left alone, which few of AWS do, and proxies before them.</summary>
internal static class RetryAfter
{
    private const string Header = "Retry-After";

    /// <summary>Null where it did not say so in a way that can be understood.</summary>
    public static TimeSpan? Of(Exception e, TimeProvider time) =>
        e is AmazonServiceException { InnerException: HttpErrorResponseException { Response: { } answer } } && answer.IsHeaderPresent(Header)
        && RetryConditionHeaderValue.TryParse(answer.GetHeaderValue(Header), out var said) ? said.Delta ?? (said.Date - time.GetUtcNow()) : null;
}
