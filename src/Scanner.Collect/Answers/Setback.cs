namespace Scanner.Collect;

/// <summary>What a plane makes of an exception that came from outside.</summary>
/// <param name="Refusal">What a gap says of it.</param>
/// <param name="MayPass">Whether the same call may well succeed a moment later, though nothing was throttled.</param>
/// <param name="RetryAfter">For how long the service wants to be left alone; null where it did not say.</param>
internal sealed record Setback(Refusal Refusal, bool MayPass = false, TimeSpan? RetryAfter = null);
