using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Check.Accepting;

/// <summary>Compares a check to an earlier one. What this check could not see is never fixed.</summary>
public static class BaselineComparer
{
    /// <summary>The report, with how everything in it stands to the baseline, and what became of the baseline's failures.</summary>
    public static ScanReport Compare(ScanReport report, Baseline baseline)
    {
        var environments = report.Environments.Select(e => Compare(e, baseline.Environments.FirstOrDefault(b => b.Is(e)))).ToList();
        var looked = report.Snapshot.Header.Targets.SelectMany(t => t.Scopes).ToHashSet(StringComparer.Ordinal);
        var elsewhere = baseline.Environments.Where(b => !environments.Exists(e => e.Before == b)).SelectMany(b => Failures(b).Select(f => (b.Label, NotFound(b, f, looked))));
        return report with { Environments = environments, Baseline = new(baseline, [.. elsewhere]) };
    }

    private static EnvironmentReport Compare(EnvironmentReport now, BaselineEnvironment? before)
    {
        if (before is null) return now with { Findings = [.. now.Findings.Select(f => f with { Standing = new(BaselineState.New, null, []) })] };
        var matches = VerdictMatches.Between(now.Findings, before.Verdicts);
        var fates = new Fates(now, before);
        var past = Failures(before).Where(b => matches.Of(b)?.Verdict is not Verdict.Fail).Select(b => (Verdict: b, Failure: fates.Of(b, matches.Of(b)))).ToList();
        var isFixed = past.Where(p => p.Failure.IsFixed).Select(p => (object)p.Verdict).ToHashSet(ReferenceEqualityComparer.Instance);
        return now with { Findings = [.. now.Findings.Select(f => f with { Standing = Standing(f, matches.Of(f), isFixed) })], Before = before, Past = [.. past.Select(p => p.Failure)] };
    }

    private static BaselineStanding Standing(Finding now, BaselineVerdict? before, HashSet<object> isFixed)
    {
        if (before is null) return new(BaselineState.New, null, []);
        if (now.Verdict is not Verdict.Fail || before.Verdict is not Verdict.Fail)
        {
            // the failure that is gone is told as such, and what stands in its place is new
            var isNew = now.Verdict is Verdict.Fail || isFixed.Contains(before);
            return new(isNew ? BaselineState.New : now.Verdict == before.Verdict ? BaselineState.Unchanged : BaselineState.Updated, before.Verdict, []);
        }
        var changed = now.Facts is { } facts && before.FactsHash is { } hash && facts.Hash != hash ? facts.Since(before.Facts) : [];
        return new(changed.Count == 0 ? BaselineState.Unchanged : BaselineState.Updated, before.Verdict, changed);
    }

    private static IEnumerable<BaselineVerdict> Failures(BaselineEnvironment environment) => environment.Verdicts.Where(v => v.Verdict is Verdict.Fail);

    /// <summary>An environment that was not found is not gone: it may have been looked for elsewhere, or with less to see it by.</summary>
    private static PastFailure NotFound(BaselineEnvironment environment, BaselineVerdict failure, HashSet<string> looked) => environment.Scopes.Any(looked.Contains)
        ? new(failure.Fingerprint, failure.Finding, PastFate.OutOfSight, "its environment was not found")
        : new(failure.Fingerprint, failure.Finding, PastFate.LeftOut, "its environment is not where this check looked");
}
