namespace Scanner.Collect;

/// <summary>Pauses between attempts, spread at random, so that calls which were throttled together do not come back together.</summary>
/// <param name="seed">The same one gives the same pauses.</param>
internal sealed class Jitter(int seed)
{
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Anything up to half a second before the second attempt, and up to twice as long before each further one.</summary>
    /// <param name="attempts">How many were made.</param>
    public TimeSpan Pause(int attempts)
    {
        lock (_lock) return _random.NextDouble() * Longest(attempts);
    }

    private static TimeSpan Longest(int attempts) => attempts > 6 ? s_longest : s_first * Math.Pow(2, attempts - 1);
}
