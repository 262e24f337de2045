namespace Scanner.Model.Findings;

/// <summary>What became of one waiver.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="State">In a word; of several failures the first that applies in the order of the states.</param>
/// <param name="Findings">The failures that it is about, covered or not.</param>
/// <param name="Why">More of it, as a clause; empty where there is no more to say.</param>
public sealed record WaiverUse(Waiver Waiver, WaiverState State, IReadOnlyList<Finding> Findings, string Why);
