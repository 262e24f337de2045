using System.Collections.Concurrent;
using Scanner.Model;

namespace Scanner.Collect;

/// <summary>What all calls of one scan share: the deadline, how many may run at once and how often a service is asked, and who was asked what.</summary>
/// <param name="time">The clock that pauses and the deadline keep to.</param>
/// <param name="deadline">After which nothing is asked.</param>
/// <param name="limits">How much is asked; null for what is considerate.</param>
internal sealed class ApiCalls(TimeProvider time, TimeSpan deadline, CallLimits? limits = null) : IDisposable
{
    /// <summary>How often a call is made that fails in a way that may pass.</summary>
    private const int Attempts = 3;

    private static readonly TimeSpan s_longestWanted = TimeSpan.FromMinutes(10);

    /// <summary>How long a call that was stopped may take to end by itself.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(500);

    private readonly CallLimits _limits = limits ?? CallLimits.Considerate;
    private readonly SemaphoreSlim _slots = new((limits ?? CallLimits.Considerate).Overall);
    private readonly CancellationTokenSource _deadline = new(deadline, time);
    private readonly ConcurrentDictionary<string, byte> _actions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ScopeCalls> _scopes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Jitter _jitter = new(unchecked((int)time.GetTimestamp()));

    public TimeProvider Time => time;

    /// <summary>Spreads the pauses of this scan.</summary>
    public Jitter Jitter { get => _jitter; init => _jitter = value; }

    /// <summary>The actions that may be asked for, because a chosen rule needs them; null where all may.</summary>
    public IReadOnlySet<string>? Wanted { get; init; }

    /// <summary>What a scan that does not want an action says in its place; null where it wants it.</summary>
    /// <param name="scope">Where it would be asked.</param>
    /// <param name="kind">The resource kind that its answer would be about.</param>
    /// <param name="action">The action, as gaps and permissions name it.</param>
    public Gap? Unwanted(string scope, string kind, string action) => Wanted is null || Wanted.Contains(action) || IsGround(action) ? null
        : new(scope, kind, action, GapCause.NotAsked, "no rule that the scan was made for needs it", new(RemedyKind.Flag, "scan again for this rule too; scanner snapshot without --only asks for everything"));

    /// <summary>Cancelled when the scan's time is up.</summary>
    public CancellationToken Deadline => _deadline.Token;

    /// <summary>How many calls were made; the SDK's own second attempts are not counted.</summary>
    public int Count => _scopes.Values.Sum(s => s.Count);

    /// <summary>The actions that were asked for, as gaps and permissions name them, sorted.</summary>
    public IReadOnlyList<string> Actions => [.. _actions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The calls to one account and region, or to one cluster, by the name that its facts have.</summary>
    public ScopeCalls In(string scope) => _scopes.GetOrAdd(scope, _ => new(_limits.PerScope));

    /// <summary>Asks until there is an answer, a refusal that will not change, or the end of the scan's time. This is the only place that waits.</summary>
    /// <param name="scope">Who is asked, as facts and gaps name it.</param>
    /// <param name="action">What, as gaps and permissions name it.</param>
    /// <param name="call">Asks once.</param>
    /// <param name="judge">What an exception means; null for a fault of this program, which is thrown on.</param>
    /// <param name="cancellationToken">The user's.</param>
    public async Task<Outcome<T>> Ask<T>(
        string scope, string action, Func<CancellationToken, Task<T>> call, Func<Exception, Setback?> judge, CancellationToken cancellationToken) where T : class
    {
        _actions.TryAdd(action, 0);
        var (calls, bucket) = (In(scope), Bucket(scope, action));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Deadline);
        Setback? last = null;
        var failures = 0;
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                if (last is not null) await calls.Wait(() => Task.Delay(Requested(last) ?? Jitter.Pause(attempts), time, stop.Token));
                if (bucket is not null) await calls.Wait(() => bucket.Take(stop.Token));
                return new(await calls.Make(_slots, () => Bounded(call, stop.Token), stop.Token), null, null);
            }
            catch (Exception e) when (judge(e) is { } setback)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (e is OperationCanceledException && Deadline.IsCancellationRequested) return new(null, Refusal.TimeIsUp(last?.Refusal ?? calls.LastThrottled(action)), e);
                last = setback;
                if (setback.Refusal.Cause is GapCause.Throttled) Throttled(calls, bucket, action, setback.Refusal);
                else if (!setback.MayPass || ++failures == Attempts) return new(null, setback.Refusal, e);
            }
        }
    }

    /// <summary>
    /// Ends a call that takes too long, by the real clock, because that is what a server which drips plays on. One that does not listen,
    /// such as a search for credentials that blocks its thread, is left behind.
    /// </summary>
    private async Task<T> Bounded<T>(Func<CancellationToken, Task<T>> call, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var leave = new CancellationTokenSource();
        await using var leaving = limit.Token.Register(() => leave.CancelAfter(s_grace));
        limit.CancelAfter(_limits.LongestCall);
        return await Task.Run(() => call(limit.Token), limit.Token).WaitAsync(leave.Token);
    }

    private TokenBucket? Bucket(string scope, string action) =>
        _limits.Of(scope, action) is (var name, { } rate) ? _buckets.GetOrAdd(name, _ => new(rate, time)) : null;

    private static void Throttled(ScopeCalls calls, TokenBucket? bucket, string action, Refusal refusal)
    {
        calls.Throttled(action, refusal);
        bucket?.SlowDown();
    }

    private static TimeSpan? Requested(Setback last) => last.RetryAfter is { } after && after > TimeSpan.Zero
        ? TimeSpan.FromTicks(Math.Min(after.Ticks, s_longestWanted.Ticks))
        : null;

    /// <summary>Who is asking, where a cluster is, and what it is and serves: all else rests on it.</summary>
    internal static bool IsGround(string action) =>
        action is "sts:GetCallerIdentity" or "sts:AssumeRole" or "ec2:DescribeRegions" or "eks:DescribeCluster" or "get namespaces" || action.StartsWith("get /", StringComparison.Ordinal);

    public void Dispose()
    {
        foreach (var scope in _scopes.Values) scope.Dispose();
        _slots.Dispose();
        _deadline.Dispose();
    }
}
