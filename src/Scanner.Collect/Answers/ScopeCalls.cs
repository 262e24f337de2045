using System.Collections.Concurrent;

namespace Scanner.Collect;

/// <summary>The calls to one account and region, or to one cluster.</summary>
internal sealed class ScopeCalls(int concurrency) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(concurrency);
    private readonly ConcurrentDictionary<string, Refusal> _throttled = new(StringComparer.Ordinal);
    private int _count;
    private int _waiting;

    /// <summary>How many were made.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many wait, because the service was asked too often.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Remembers that an action was throttled, for the calls of it that get no answer at all before the deadline.</summary>
    public void Throttled(string action, Refusal refusal) => _throttled[action] = refusal;

    /// <summary>How the action was last throttled here; null where it was not.</summary>
    public Refusal? LastThrottled(string action) => _throttled.TryGetValue(action, out var last) ? last : null;

    /// <summary>Makes a call as soon as one of this scope's slots and one of all is free.</summary>
    public async Task<T> Make<T>(SemaphoreSlim all, Func<Task<T>> call, CancellationToken stop)
    {
        await _slots.WaitAsync(stop);
        try
        {
            await all.WaitAsync(stop);
            try
            {
                Interlocked.Increment(ref _count);
                return await call();
            }
            finally
            {
                all.Release();
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Waits, and is seen to wait.</summary>
    public async Task Wait(Func<Task> pause)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await pause();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _slots.Dispose();
}
