using Scanner.Model.Drift;

namespace Scanner.Model.History;

/// <summary>What changed between two checks, as far as it matters to a failure.</summary>
/// <param name="Changes">Changes of what the failure rests on, and of its subject.</param>
/// <param name="Others">How many other changes there are.</param>
/// <param name="Undecided">How many could not be told.</param>
/// <param name="Problem">Why nothing can be told; null where it can.</param>
public sealed record StepDrift(IReadOnlyList<Change> Changes, int Others, int Undecided, string? Problem);
