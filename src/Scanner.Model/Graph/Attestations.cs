using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>What was attested of an environment.</summary>
public static class Attestations
{
    /// <summary>Whether somebody attests a rule: true while it holds; unknown where nobody did, or where it has expired. Nobody can attest the contrary.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id, e.g. <c>GEN-012</c>.</param>
    public static Truth Attested(this Environment environment, string rule)
    {
        var verdicts = Found(environment, rule).Select(a => Holds(environment, a, rule)).ToList();
        if (verdicts.Count == 0) return Truth.Unknown(Unset(rule, $"nobody attests {rule}")).Noted();
        return verdicts.Find(v => v.IsTrue) is { IsTrue: true } valid ? valid.Noted() : verdicts[0].Noted();
    }

    /// <summary>Whether somebody attests a rule that nothing seen refutes: what surely contradicts it counts more than anybody's word.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="refuted">Whether something was seen that contradicts it; where nobody looked for it, the word stands, but not where a refusal may hide it.</param>
    public static Truth AttestedUnless(this Environment environment, string rule, Truth refuted) =>
        refuted.Noted().IsTrue || (refuted.IsUnknown && refuted.Gap.MakesIncomplete) ? !refuted : environment.Attested(rule);

    /// <summary>The same, with why nothing that was seen tells it.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="because">Why, as a clause.</param>
    public static Truth Attested(this Environment environment, string rule, Message because) =>
        environment.Attested(rule) is { IsUnknown: true } open ? Truth.Unknown(open.Gap with { Detail = OneLine.Of($"{because}, and {open.Gap.Detail}") }).Noted() : environment.Attested(rule);

    /// <summary>Something, or where only people can tell it, whether somebody attests the rule: what was refused, or was not asked, nobody's word makes up for.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id.</param>
    /// <param name="seen">What the scan tells of it.</param>
    public static Truth AttestedWhereUnseen(this Environment environment, string rule, Truth seen) =>
        !seen.IsUnknown || seen.Gap.Remedy.Kind is not RemedyKind.Attestation || seen.Gap.MakesIncomplete ? seen
        : environment.Attested(rule) is { IsTrue: true } attested ? attested
        : Truth.Unknown(seen.Gap with { Remedy = new(RemedyKind.Attestation, rule) }).Noted();

    /// <summary>What the attestation of a rule says, while it holds; unknown where nobody attests it, or where it has expired.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="rule">The rule's id, e.g. <c>EDA-007</c>.</param>
    public static Fact<string> AttestedNote(this Environment environment, string rule)
    {
        var attested = environment.Attested(rule);
        return attested.IsTrue ? Found(environment, rule).First(a => Holds(environment, a, rule).IsTrue).Note : new Fact<string>(attested.Gap);
    }

    private static List<Attestation> Found(Environment environment, string rule) =>
        [.. environment.Graph.Of<Attestation>(ScopesOf(environment)).Members.Select(m => m.Item).Where(a => a.Rule.IsKnown && a.Rule.Value == rule)];

    /// <summary>Those of the environment, and what was handed over for its target, wherever that lies: attestations are of no region.</summary>
    private static IReadOnlyList<string> ScopesOf(Environment environment)
    {
        var snapshot = environment.Graph.Snapshot;
        var own = snapshot.Header.Targets.AsEnumerable().Where(t => t.Scopes.AsEnumerable().Intersect(environment.Scopes).Any()).ToList();
        // files that are given with flags are of a target without a name, and where only one was looked at they are about that
        return own.Count > 0 && snapshot.Header.Targets.Count == 1
            ? [.. environment.Scopes, .. snapshot.Coverage.Where(c => c.Kind == nameof(Attestation)).Select(c => c.Scope)]
            : [.. environment.Scopes, .. own.Select(t => ScopeName.DeclaredAws(t.Name))];
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
