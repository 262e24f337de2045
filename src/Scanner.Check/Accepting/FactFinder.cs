using Scanner.Check.Explaining;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Accepting;

/// <summary>Puts down what each failure rests on: the facts that its judgement read of the subject, and of what the failure names.</summary>
/// <remarks>
/// Nothing is tried here, as an explanation does: what would turn a verdict depends on what else there is, and a failure's facts must stay the
/// same as long as nothing changes that it is about.
/// </remarks>
internal sealed class FactFinder
{
    private readonly SeenFacts _seen;
    private readonly FactHashes _hashes;
    private readonly Retrial _retrial;
    private readonly CancellationToken _cancellationToken;
    private readonly Snapshot _snapshot;

    private FactFinder(Snapshot snapshot, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken) =>
        (_snapshot, _seen, _hashes, _retrial, _cancellationToken) = (snapshot, new(snapshot), new(snapshot), new(parameters, rules, merged), cancellationToken);

    /// <summary>The report, each failure with its facts.</summary>
    public static ScanReport Put(ScanReport report, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken)
    {
        if (!report.Findings.Any(f => f.Verdict is Verdict.Fail)) return report;
        var finder = new FactFinder(report.Snapshot, parameters, rules, merged, cancellationToken);
        return report with { Environments = [.. report.Environments.Select(finder.Put)] };
    }

    private EnvironmentReport Put(EnvironmentReport environment)
    {
        var failures = environment.Findings.Where(f => f.Verdict is Verdict.Fail).Select(f => (Finding: f, Words: new FailureWords(f))).ToList();
        if (failures.Count == 0) return environment;
        var named = _seen.Ids.Where(id => _seen.NameOf(id) is var name && failures.Exists(f => f.Words.Concern(id, name))).ToHashSet(StringComparer.Ordinal);
        var asked = failures.Select(f => (f.Finding.SubjectKind, f.Finding.SubjectId)).ToHashSet();
        var judged = _retrial.Judge(_snapshot, environment.Id, [.. failures.Select(f => f.Finding.Rule).Distinct()], _cancellationToken, asked, named).ToLookup(f => (f.Rule.Id, f.SubjectKind, f.SubjectId));
        return environment with { Findings = [.. environment.Findings.Select(f => f.Verdict is Verdict.Fail ? f with { Facts = Of(f, judged[(f.Rule.Id, f.SubjectKind, f.SubjectId)].FirstOrDefault()) } : f)] };
    }

    /// <summary>Where nothing that stays was read (something is missing altogether), what the failure says stands for it.</summary>
    private FailureFacts Of(Finding failure, Finding? judged)
    {
        var words = new FailureWords(failure);
        var read = (judged?.Readings ?? []).Where(r => words.Concern(r.Resource, _seen.NameOf(r.Resource))).ToList();
        var digests = _hashes.Of(read, judged is null ? [] : _seen.Of(judged));
        return digests.Count > 0 ? new(digests) : new([new(failure.SubjectKind, failure.SubjectKey, "message", FactHashes.Of(failure.Message?.ToString() ?? ""))]);
    }
}
