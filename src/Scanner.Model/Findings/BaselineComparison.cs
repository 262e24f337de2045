namespace Scanner.Model.Findings;

/// <summary>What a check is compared to, and what of that it has no environment for.</summary>
/// <param name="Baseline">The baseline.</param>
/// <param name="Elsewhere">Failures of environments that this check did not find, by the environment's label.</param>
public sealed record BaselineComparison(Baseline Baseline, IReadOnlyList<(string Environment, PastFailure Failure)> Elsewhere);
