using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Scanner.AwsSdk;

/// <summary>Follows page tokens. A token that comes a second time is an error: the listing would never end, or end incomplete.</summary>
internal abstract class AwsPaginator<TResponse> : IPaginator<TResponse>
{
    private int _isConsumed;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    private protected abstract string OperationName { get; }
    private protected abstract string? FirstToken { get; }
    private protected abstract Task<TResponse> AskAsync(string? token, CancellationToken cancellationToken);
    private protected abstract string? NextToken(TResponse response);

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isConsumed, 1) != 0)
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        var seen = new HashSet<string>();
        var token = FirstToken;
        do
        {
            if (token is { Length: > 0 } && !seen.Add(token))
                throw new AmazonClientException($"{OperationName}: the service repeats the page token '{token}'");
            var response = await AskAsync(token, cancellationToken).ConfigureAwait(false);
            token = NextToken(response);
            yield return response;
        } while (token is { Length: > 0 });
    }

    private protected IPaginatedEnumerable<TItem> Items<TItem>(Func<TResponse, List<TItem>?> items) =>
        new PaginatedResultKeyResponse<TResponse, TItem>(this, response => items(response) ?? []);
}
