namespace Scanner.Collect;

/// <summary>Lets calls through at a rate, and after throttling answers at a lower one for a while.</summary>
internal sealed class TokenBucket(CallRate rate, TimeProvider time)
{
    private const double Least = 0.1;

    /// <summary>The whole rate is back after half a minute at most.</summary>
    private static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(30);

    /// <summary>Calls that were under way together are throttled together, which is one sign and not many.</summary>
    private static readonly TimeSpan s_together = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private double _tokens = rate.Burst;
    private double _slowed = rate.PerSecond;
    private long _slowedAt = time.GetTimestamp();
    private long _countedAt = time.GetTimestamp();
    private bool _wasSlowed;

    /// <summary>How many calls a second pass now.</summary>
    public double PerSecond
    {
        get
        {
            lock (_lock) return Now();
        }
    }

    /// <summary>Waits for its turn; turns are given in the order in which they are asked for.</summary>
    public Task Take(CancellationToken stop)
    {
        var wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, stop) : Task.CompletedTask;
    }

    /// <summary>The service said that it is asked too often: what was saved up is gone, and half the rate.</summary>
    public void SlowDown()
    {
        lock (_lock)
        {
            Count();
            if (_wasSlowed && time.GetElapsedTime(_slowedAt) < s_together) return;
            (_slowed, _slowedAt, _wasSlowed) = (Math.Max(rate.PerSecond * Least, Now() / 2), time.GetTimestamp(), true);
            _tokens = Math.Min(_tokens, 0);
        }
    }

    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            Count();
            _tokens--;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / Now());
        }
    }

    private void Count()
    {
        _tokens = Math.Min(rate.Burst, _tokens + (time.GetElapsedTime(_countedAt).TotalSeconds * Now()));
        _countedAt = time.GetTimestamp();
    }

    private double Now() => Math.Min(rate.PerSecond, _slowed + (rate.PerSecond * (time.GetElapsedTime(_slowedAt) / s_recovery)));
}
