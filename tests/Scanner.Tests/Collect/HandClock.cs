using System.Collections.Concurrent;

namespace Scanner.Tests.Collect;

/// <summary>A clock whose pauses are short, and whose deadline comes when the test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    /// <summary>A deadline that comes by hand only.</summary>
    public static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly ConcurrentQueue<(TimerCallback Callback, object? State)> _deadlines = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Never) return base.CreateTimer(callback, state, dueTime < TimeSpan.FromMilliseconds(10) ? dueTime : TimeSpan.FromMilliseconds(10), period);
        _deadlines.Enqueue((callback, state));
        return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void EndTime()
    {
        while (_deadlines.TryDequeue(out var timer)) timer.Callback(timer.State);
    }
}
