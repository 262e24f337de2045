using Scanner.Collect;

namespace Scanner.Tests.Collect.Answers;

public sealed class TokenBucketTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task Burst_passes_at_once_and_what_follows_at_the_rate()
    {
        var bucket = new TokenBucket(new(10, 5), _clock);

        await Take(bucket, 8);

        Assert.Equal([0.1, 0.1, 0.1], Seconds());
    }

    [Fact]
    public async Task Rest_saves_up_one_burst_and_no_more()
    {
        var bucket = new TokenBucket(new(10, 5), _clock);
        await Take(bucket, 5);

        _clock.Pass(TimeSpan.FromHours(1));
        await Take(bucket, 6);

        Assert.Equal([0.1], Seconds());
    }

    [Fact]
    public void Those_who_wait_together_come_one_after_another()
    {
        using var stop = new CancellationTokenSource();
        var bucket = new TokenBucket(new(10, 1), new StoppedClock(_clock));

        var waiting = Enumerable.Range(0, 4).Select(_ => bucket.Take(stop.Token)).ToList();

        Assert.Equal([0.1, 0.2, 0.3], Seconds());
        Assert.Equal([true, false, false, false], waiting.Select(w => w.IsCompleted));
        stop.Cancel();
    }

    [Fact]
    public async Task Throttling_takes_what_was_saved_up_and_half_the_rate()
    {
        var bucket = new TokenBucket(new(10, 5), _clock);

        bucket.SlowDown();
        await Take(bucket, 1);

        Assert.Equal(0.2, Assert.Single(Seconds()), 3);
    }

    [Fact]
    public void Calls_that_are_throttled_together_slow_down_once_and_later_ones_again_to_a_tenth_at_least()
    {
        var bucket = new TokenBucket(new(10, 5), new StoppedClock(_clock));

        for (var i = 0; i < 8; i++) bucket.SlowDown();
        Assert.Equal(5, bucket.PerSecond, 3);

        for (var i = 0; i < 20; i++)
        {
            _clock.Pass(TimeSpan.FromSeconds(1.001));
            bucket.SlowDown();
        }
        Assert.Equal(1, bucket.PerSecond, 3);
    }

    [Fact]
    public void Rate_comes_back_within_half_a_minute()
    {
        var bucket = new TokenBucket(new(10, 5), _clock);
        bucket.SlowDown();

        _clock.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(7, bucket.PerSecond, 3);
        _clock.Pass(TimeSpan.FromSeconds(24));
        Assert.Equal(10, bucket.PerSecond, 3);
    }

    private static async Task Take(TokenBucket bucket, int count)
    {
        for (var i = 0; i < count; i++) await bucket.Take(TestContext.Current.CancellationToken);
    }

    private IEnumerable<double> Seconds() => _clock.Pauses.Select(p => Math.Round(p.TotalSeconds, 3));

    /// <summary>The same clock, on which pauses are asked for and never over.</summary>
    private sealed class StoppedClock(SteppedClock clock) : TimeProvider
    {
        private readonly long _now = clock.GetTimestamp();

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.Pauses.Count > 0 ? _now : clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            clock.CreateTimer(_ => { }, null, dueTime, period).Dispose();
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
