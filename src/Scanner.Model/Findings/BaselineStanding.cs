namespace Scanner.Model.Findings;

/// <summary>How a finding stands to the baseline.</summary>
/// <param name="State">In a word.</param>
/// <param name="Before">What the verdict was; null where the baseline has none.</param>
/// <param name="Changed">Of a failure with other facts: which of them, in words.</param>
public sealed record BaselineStanding(BaselineState State, Verdict? Before, IReadOnlyList<string> Changed);
