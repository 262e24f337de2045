using System.Collections.Concurrent;
using Scanner.Model;

namespace Scanner.Collect;

/// <summary>What all calls of one scan share: the deadline, how many may run at once, and what was asked.</summary>
internal sealed class ApiCalls(TimeProvider time, TimeSpan deadline, int concurrency = 8) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(concurrency);
    private readonly CancellationTokenSource _deadline = new(deadline, time);
    private readonly ConcurrentDictionary<string, byte> _actions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Refusal> _throttled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _scopes = new(StringComparer.Ordinal);
    private int _count;

    public TimeProvider Time => time;

    /// <summary>The actions that may be asked for, because a chosen rule needs them; null where all may.</summary>
    public IReadOnlySet<string>? Wanted { get; init; }

    /// <summary>What a scan that does not want an action says in its place; null where it wants it.</summary>
    /// <param name="scope">Where it would be asked.</param>
    /// <param name="kind">The resource kind that its answer would be about.</param>
    /// <param name="action">The action, as gaps and permissions name it.</param>
    public Gap? Unwanted(string scope, string kind, string action) => Wanted is null || Wanted.Contains(action) || IsGround(action) ? null
        : new(scope, kind, action, GapCause.NotAsked, "none of the chosen rules needs it", new(RemedyKind.Flag, "choose a rule that needs it, or keep all with scanner snapshot"));

    /// <summary>Cancelled when the scan's time is up.</summary>
    public CancellationToken Deadline => _deadline.Token;

    /// <summary>How many calls were made; the SDK's own second attempts are not counted.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many of them were made in one scope.</summary>
    public int CountIn(string scope) => _scopes.TryGetValue(scope, out var count) ? count : 0;

    /// <summary>The actions that were asked for, as gaps and permissions name them, sorted.</summary>
    public IReadOnlyList<string> Actions => [.. _actions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes one call as soon as a slot is free.</summary>
    public async Task<T> Make<T>(string action, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken, string scope = "")
    {
        _actions.TryAdd(action, 0);
        await _slots.WaitAsync(cancellationToken);
        try
        {
            Interlocked.Increment(ref _count);
            _scopes.AddOrUpdate(scope, 1, (_, count) => count + 1);
            return await call(cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Remembers that an action was throttled, for the calls of it that get no answer at all before the deadline.</summary>
    public void Throttled(string action, Refusal refusal) => _throttled[action] = refusal;

    /// <summary>How the action was last throttled; null where it was not.</summary>
    public Refusal? LastThrottled(string action) => _throttled.TryGetValue(action, out var last) ? last : null;

    /// <summary>Who is asking, and what a cluster is and serves: all else rests on it.</summary>
    private static bool IsGround(string action) => action is "sts:GetCallerIdentity" or "sts:AssumeRole" or "ec2:DescribeRegions" or "get namespaces" || action.StartsWith("get /", StringComparison.Ordinal);

    public void Dispose()
    {
        _slots.Dispose();
        _deadline.Dispose();
    }
}
