using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The one door to AWS: what it cannot get becomes a gap that names the action and what would help.</summary>
/// <param name="calls">What all probes of the scan share.</param>
/// <param name="scope">Account and region, e.g. <c>aws/123456789012/eu-west-1</c>.</param>
/// <param name="kind">The resource kind that the answers are about.</param>
/// <param name="closed">Why nothing can be asked here at all; null where the door is open.</param>
internal sealed class AwsProbe(ApiCalls calls, string scope, string kind, Gap? closed = null)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(20);

    /// <summary>Asks once.</summary>
    /// <param name="action">The IAM action, which gaps and the generated policy name.</param>
    public async Task<Answer<T>> Ask<T>(string action, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) where T : class
    {
        var (value, gap) = await Try(action, call, cancellationToken);
        return new(Evidence(action), kind, value, gap);
    }

    /// <summary>Asks once for something that may not be there: then the service answers with an error of its own, which is an answer.</summary>
    /// <param name="action">The IAM action.</param>
    /// <param name="call">Asks.</param>
    /// <param name="noneCode">The code of the error that says that there is none.</param>
    /// <param name="none">What such an error stands for.</param>
    public async Task<Answer<T>> Ask<T>(
        string action, Func<CancellationToken, Task<T>> call, string noneCode, T none, CancellationToken cancellationToken) where T : class
    {
        var (value, gap) = await Try(action, call, cancellationToken, e => e is AmazonServiceException said && said.ErrorCode == noneCode ? none : null);
        return new(Evidence(action), kind, value, gap);
    }

    /// <summary>Asks for all pages. Where a later page fails, the items of the earlier ones stay, and the listing carries the gap.</summary>
    /// <param name="action">The IAM action.</param>
    /// <param name="call">Asks for the page that a token names; the first token is null.</param>
    /// <param name="next">The next page's token; null or empty on the last page.</param>
    /// <param name="items">A page's items.</param>
    /// <param name="id">What identifies an item; one that comes twice, because the list moved meanwhile, counts once.</param>
    public async Task<Listing<T>> List<TPage, T>(
        string action, Func<string?, CancellationToken, Task<TPage>> call, Func<TPage, string?> next, Func<TPage, IEnumerable<T>?> items, Func<T, string?> id,
        CancellationToken cancellationToken, [CallerArgumentExpression(nameof(id))] string idPath = "")
        where TPage : class where T : class
    {
        var found = new List<T>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (string? token = null; ;)
        {
            var (page, gap) = await Try(action, stop => call(token, stop), cancellationToken);
            if (page is not null) found.AddRange(items(page) ?? []);
            token = page is null ? null : next(page);
            if (token is { Length: > 0 } && !tokens.Add(token)) gap = Gap(action, Refusal.RepeatedToken);
            if (gap is not null || token is not { Length: > 0 }) return Listing<T>.Of(Evidence(action), kind, found, id, FieldPath.Of(idPath), gap);
        }
    }

    private async Task<(T? Value, Gap? Gap)> Try<T>(
        string action, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, Func<Exception, T?>? asAnswer = null) where T : class
    {
        if ((closed ?? calls.Unwanted(scope, kind, action)) is { } shut) return (null, shut);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, calls.Deadline);
        Refusal? last = null;
        for (var pause = s_firstPause; ; pause = pause < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                if (last is not null) await Task.Delay(pause, calls.Time, stop.Token);
                return (await calls.Make(action, call, stop.Token, scope), null);
            }
            catch (Exception e) when (AwsRefusal.IsOutside(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (asAnswer?.Invoke(e) is { } answer) return (answer, null);
                var isOver = e is OperationCanceledException && calls.Deadline.IsCancellationRequested;
                last = isOver ? Refusal.TimeIsUp(last ?? calls.LastThrottled(action)) : AwsRefusal.Of(e, action);
                if (isOver || last.Cause is not GapCause.Throttled) return (null, Gap(action, last));
                calls.Throttled(action, last);
            }
        }
    }

    private Gap Gap(string action, Refusal refusal) => new(scope, kind, action, refusal.Cause, refusal.Detail, refusal.Remedy);

    private Evidence Evidence(string action) => new(Plane.Live, scope, action, calls.Time.GetUtcNow());
}
