using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>What became of failures of the baseline in an environment that this check found.</summary>
internal sealed class Fates(EnvironmentReport now, BaselineEnvironment before)
{
    private readonly HashSet<string> _ran = now.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string, Finding> _findings = now.Findings.ToLookup(f => f.Rule.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _follows = now.Detection.Architectures.AsEnumerable().ToHashSet(StringComparer.Ordinal);
    private readonly List<string> _notLooked = [.. before.Scopes.Except(now.Scopes, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="failure">What failed.</param>
    /// <param name="match">What is said of the same subject now, which is no failure; null where nothing is.</param>
    public PastFailure Of(BaselineVerdict failure, Finding? match)
    {
        PastFailure Fate(PastFate fate, string why) => new(failure.Fingerprint, failure.Finding with { Rule = Rule(failure.Finding) }, fate, why);
        if (now.Detection.Undecided is { } undecided && !_ran.Contains(failure.Finding.Rule.Id)) return Fate(PastFate.OutOfSight, $"the architecture could not be told: {undecided}");
        if (!_ran.Contains(failure.Finding.Rule.Id)) return _follows.SetEquals(before.Architectures) ? Fate(PastFate.LeftOut, "its rule did not run") : Fate(PastFate.OutOfSight, $"its rule did not run: the architecture was {Named(before.Architectures)}, and is {Named(_follows)}");
        if (match is { Verdict: Verdict.Unknown }) return Fate(PastFate.OutOfSight, $"unknown now: {match.Gap}");
        if (_notLooked.Count > 0) return Fate(PastFate.OutOfSight, $"{string.Join(", ", _notLooked)} was not looked at");
        if (match is not null) return Fate(PastFate.Fixed, match.Verdict is Verdict.Pass ? "passes now" : "the rule no longer applies to it");
        return Hidden(failure.Finding) is { } hidden
            ? Fate(PastFate.OutOfSight, $"not seen now: {hidden}")
            : Fate(PastFate.Fixed, "is there no more");
    }

    private static string Named(IReadOnlyCollection<string> architectures) => architectures.Count == 0 ? "none of those known" : string.Join(", ", architectures.Order(StringComparer.Ordinal));

    /// <summary>
    /// Why what is not there now may only not have been seen; null where the rule's subjects were all listed. Whatever the rule could not decide
    /// of another subject may be of this one: where its name could not be read it has another key.
    /// </summary>
    private Gap? Hidden(Finding failure) => _findings[failure.Rule.Id].Where(f => f.Verdict is Verdict.Unknown).Select(f => f.Gap).FirstOrDefault(g => g is not null)
        ?? now.Detection.Undecided;

    /// <summary>The rule as it is now, for its words may have improved.</summary>
    private RuleDescription Rule(Finding failure) => now.Rules.FirstOrDefault(r => r.Id == failure.Rule.Id) ?? failure.Rule;
}
