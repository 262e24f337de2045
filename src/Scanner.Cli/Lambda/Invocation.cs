namespace Scanner.Cli.Lambda;

/// <summary>One invocation, as Lambda's runtime API hands it out.</summary>
/// <param name="RequestId">What the answer is sent to, and what the logs name it by.</param>
/// <param name="Deadline">When Lambda ends the process, finished or not.</param>
/// <param name="Trace">The trace that it belongs to (X-Ray); null for none.</param>
/// <param name="Event">What the caller sent.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, string? Trace, byte[] Event);
