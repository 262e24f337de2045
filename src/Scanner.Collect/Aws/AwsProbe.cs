using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The one door to AWS: what it cannot get becomes a gap that names the action and what would help.</summary>
/// <param name="calls">What all probes of the scan share.</param>
/// <param name="scope">Account and region, e.g. <c>aws/123456789012/eu-west-1</c>.</param>
/// <param name="kind">The resource kind that the answers are about.</param>
/// <param name="closed">Why nothing can be asked here at all; null where the door is open.</param>
/// <param name="source">Tells where the caller's credentials come from, as soon as that is known.</param>
internal sealed class AwsProbe(ApiCalls calls, string scope, string kind, Gap? closed = null, Func<CredentialSource?>? source = null)
{
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
        CancellationToken cancellationToken, [CallerArgumentExpression(nameof(id))] string idPath = "", [CallerArgumentExpression(nameof(items))] string itemsPath = "")
        where TPage : class where T : class
    {
        var found = new List<T>();
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        for (string? token = null; ;)
        {
            var (page, gap) = await Try(action, stop => call(token, stop), cancellationToken);
            if (page is not null && items(page) is { } some) found.AddRange(some);
            else if (page is not null && !Wire.EmptyIsNull) gap = Absent(action, FieldPath.Of(itemsPath));
            token = page is null ? null : next(page);
            if (token is { Length: > 0 } && !tokens.Add(token)) gap = Gap(action, Refusal.RepeatedToken);
            if (gap is not null || token is not { Length: > 0 }) return Listing<T>.Of(Evidence(action), kind, found, id, FieldPath.Of(idPath), gap);
        }
    }

    private async Task<(T? Value, Gap? Gap)> Try<T>(
        string action, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, Func<Exception, T?>? asAnswer = null) where T : class
    {
        if ((closed ?? calls.Unwanted(scope, kind, action)) is { } shut) return (null, shut);
        var outcome = await calls.Ask(scope, action, call, e => AwsRefusal.IsOutside(e) ? new(AwsRefusal.Of(e, action, source?.Invoke(), calls.Time), RetryAfter: RetryAfter.Of(e, calls.Time)) : null, cancellationToken);
        if (outcome.Thrown is { } thrown && asAnswer?.Invoke(thrown) is { } answer) return (answer, null);
        return (outcome.Value, outcome.Refusal is { } refusal ? Gap(action, refusal) : null);
    }

    /// <summary>A list that is empty comes as one; an answer that does not speak of it says nothing about what there is.</summary>
    private Gap Absent(string action, string list) =>
        new(scope, kind, action, GapCause.Unsupported, $"{action} answered without {list}", new(RemedyKind.Flag, "use a newer scanner, or report what it saw"));

    private Gap Gap(string action, Refusal refusal) => new(scope, kind, action, refusal.Cause, refusal.Detail, refusal.Remedy);

    private Evidence Evidence(string action) => new(Plane.Live, scope, action, calls.Time.GetUtcNow());
}
