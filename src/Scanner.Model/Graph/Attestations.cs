namespace Scanner.Model;

/// <summary>What was attested of an environment.</summary>
public static class Attestations
{
    /// <summary>Whether somebody attests a rule: true while it holds; unknown where nobody did, or where it has expired. Nobody can attest the contrary.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id, e.g. <c>GEN-012</c>.</param>
    public static Truth Attested(this Environment environment, string rule)
    {
        var found = environment.Of<Attestation>().Members.Select(m => m.Item).Where(a => a.Rule.IsKnown && a.Rule.Value == rule).ToList();
        if (found.Count == 0) return Truth.Unknown(Unset(rule, $"nobody attests {rule}")).Noted();
        var verdicts = found.Select(a => Holds(environment, a, rule)).ToList();
        return verdicts.Find(v => v.IsTrue) is { IsTrue: true } valid ? valid.Noted() : verdicts[0].Noted();
    }

    private static Truth Holds(Environment environment, Attestation attestation, string rule)
    {
        if (!attestation.Expires.IsKnown) return Truth.Unknown(attestation.Expires.Source);
        return attestation.Expires.Value is { } end && end <= environment.ScannedAt
            ? Truth.Unknown(Unset(rule, $"what {Who(attestation)} attested of {rule} expired on {end:yyyy-MM-dd}"))
            : Truth.Of(true, attestation.Rule.Source);
    }

    private static string Who(Attestation attestation) => attestation.By.IsKnown ? attestation.By.Value : "somebody";

    private static Gap Unset(string rule, string detail) => new("", nameof(Attestation), rule, GapCause.Unset, OneLine.Of(detail), new(RemedyKind.Attestation, rule));
}
