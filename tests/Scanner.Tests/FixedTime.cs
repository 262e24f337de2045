namespace Scanner.Tests;

/// <summary>A clock that stands still; its timers run as usual.</summary>
internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
}
