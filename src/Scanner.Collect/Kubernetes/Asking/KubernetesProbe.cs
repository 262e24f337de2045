using System.Net;
using System.Text.Json;
using Scanner.Model;

namespace Scanner.Collect.Kubernetes;

/// <summary>The one door to a cluster: what it cannot get becomes a gap that names the verb and the resource, and what would help.</summary>
/// <param name="calls">What all probes of the scan share.</param>
/// <param name="client">The cluster.</param>
/// <param name="scope">Its name in facts and gaps, e.g. <c>k8s/production</c>.</param>
/// <param name="kind">The resource kind that the answers are about.</param>
/// <param name="closed">Why nothing can be asked here at all; null where the door is open.</param>
/// <param name="note">Hears what the user should know of how an answer came about.</param>
internal sealed class KubernetesProbe(ApiCalls calls, KubernetesClient client, string scope, string kind, Gap? closed = null, Action<string>? note = null)
{
    private const int Attempts = 3;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_longestWanted = TimeSpan.FromMinutes(10);

    /// <summary>Asks once.</summary>
    /// <param name="action">Verb and resource, e.g. <c>get namespaces</c>, which gaps and the generated role name.</param>
    /// <param name="path">Where it is, e.g. <c>api/v1/namespaces/kube-system</c>.</param>
    /// <param name="read">Takes what is needed of the answer.</param>
    /// <param name="cancellationToken">The user's.</param>
    public async Task<Answer<T>> Ask<T>(string action, string path, Func<JsonElement, T> read, CancellationToken cancellationToken) where T : class
    {
        var (value, _, gap) = await Try(action, path, async stop => read(await client.Get(path, stop)), cancellationToken);
        return new(Evidence(action), kind, value, gap);
    }

    /// <summary>
    /// Asks for all pages. The server keeps the moment of the first one for some minutes only; where that is over, all is asked for once more,
    /// and where it is over again, the rest is read as of a later moment if the server lets it. Both are noted.
    /// Where a page fails, the items before it stay, and the listing carries the gap.
    /// </summary>
    /// <param name="action">Verb and resource, e.g. <c>list pods</c>.</param>
    /// <param name="path">The list, e.g. <c>api/v1/pods</c>.</param>
    /// <param name="read">Takes what is needed of an item, so that the rest is forgotten at once.</param>
    /// <param name="id">What identifies an item.</param>
    /// <param name="cancellationToken">The user's.</param>
    public async Task<Listing<T>> List<T>(string action, string path, Func<JsonElement, T> read, Func<T, string?> id, CancellationToken cancellationToken) where T : class
    {
        var (found, tokens, restarted) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal), false);
        for (string? token = null; ;)
        {
            var (page, refused, gap) = await Try(action, path, stop => client.Page(path, token, read, stop), cancellationToken);
            var isOver = refused?.Code is HttpStatusCode.Gone && token is not null;
            if (isOver && !restarted)
            {
                note?.Invoke($"{action} was started again, because the server no longer had the rest of its pages ({refused!.Message})");
                (token, restarted) = (null, true);
                found.Clear();
                tokens.Clear();
                continue;
            }
            if (isOver && refused!.Continue is { } later)
            {
                note?.Invoke($"{action} is not of one moment: the server no longer had the rest of its pages when it was started again, and gave them as they were later");
                (token, gap) = (later, null);
            }
            else
            {
                if (page is not null) found.AddRange(page.Items);
                token = page?.Next;
            }
            if (token is not null && !tokens.Add(token)) gap = Gap(action, Refusal.RepeatedToken);
            if (gap is not null || token is null) return Listing<T>.Of(Evidence(action), kind, found, id, "metadata.name", gap);
        }
    }

    private async Task<(T? Value, KubernetesStatusException? Refused, Gap? Gap)> Try<T>(
        string action, string path, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) where T : class
    {
        if ((closed ?? calls.Unwanted(scope, kind, action)) is { } shut) return (null, null, shut);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, calls.Deadline);
        Refusal? last = null;
        TimeSpan? wanted = null;
        var failures = 0;
        for (var pause = s_firstPause; ; pause = pause < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                if (last is not null) await Task.Delay(wanted ?? pause, calls.Time, stop.Token);
                return (await calls.Make(action, call, stop.Token, scope), null, null);
            }
            catch (Exception e) when (KubernetesRefusal.IsOutside(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var isOver = e is OperationCanceledException && calls.Deadline.IsCancellationRequested;
                last = isOver ? Refusal.TimeIsUp(last ?? calls.LastThrottled(Throttle(action))) : KubernetesRefusal.Of(e, action, Reach(path), client.Access.Server);
                if (!isOver && last.Cause is GapCause.Throttled) calls.Throttled(Throttle(action), last);
                else if (isOver || !KubernetesRefusal.IsPassing(e) || ++failures == Attempts) return (null, e as KubernetesStatusException, Gap(action, last));
                wanted = Wanted(e);
            }
        }
    }

    private static TimeSpan? Wanted(Exception e) => (e as KubernetesStatusException)?.RetryAfter is { } after && after > TimeSpan.Zero
        ? TimeSpan.FromTicks(Math.Min(after.Ticks, s_longestWanted.Ticks))
        : null;

    /// <summary>One cluster that is busy says nothing about another.</summary>
    private string Throttle(string action) => $"{scope} {action}";

    /// <summary>Where a role must allow it.</summary>
    private static string Reach(string path) =>
        path.Split('?')[0].Split('/').SkipWhile(s => s != "namespaces").ToList() is [_, var name, _, ..] ? $"namespace {name}" : "cluster-wide";

    private Gap Gap(string action, Refusal refusal) => new(scope, kind, action, refusal.Cause, refusal.Detail, refusal.Remedy);

    private Evidence Evidence(string action) => new(Plane.Live, scope, action, calls.Time.GetUtcNow());
}
