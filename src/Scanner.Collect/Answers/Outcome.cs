namespace Scanner.Collect;

/// <summary>How a call ended after all its attempts.</summary>
/// <param name="Value">The answer; null where it was refused.</param>
/// <param name="Refusal">Why there is none.</param>
/// <param name="Thrown">What the refusal was made of.</param>
internal sealed record Outcome<T>(T? Value, Refusal? Refusal, Exception? Thrown) where T : class;
