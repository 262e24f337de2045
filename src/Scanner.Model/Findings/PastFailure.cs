namespace Scanner.Model.Findings;

/// <summary>A failure of the baseline that this check does not find.</summary>
/// <param name="Fingerprint">Its identity in the baseline.</param>
/// <param name="Finding">The failure as it was.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Why">How that is known, as a clause.</param>
public sealed record PastFailure(string Fingerprint, Finding Finding, PastFate Fate, string Why)
{
    public bool IsFixed => Fate is PastFate.Fixed;
}
