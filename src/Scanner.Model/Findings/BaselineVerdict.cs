namespace Scanner.Model.Findings;

/// <summary>What a rule said of a subject in an earlier check.</summary>
/// <param name="Fingerprint">The finding's identity.</param>
/// <param name="Finding">The finding, as far as a baseline keeps it; of a verdict other than a failure little more than its subject.</param>
public sealed record BaselineVerdict(string Fingerprint, Finding Finding)
{
    public Verdict Verdict => Finding.Verdict;

    /// <summary>What the failure rested on; null for other verdicts.</summary>
    public string? FactsHash { get; init; }

    /// <summary>The facts' hashes, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
