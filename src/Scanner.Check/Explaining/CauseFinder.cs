using System.Text.Json;
using Scanner.Check.Testing.Breaking;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Finds failures that one fact breaks together: another value of it resolves them all.</summary>
/// <remarks>
/// What is worth trying are facts that at least two of the failures read and name. How often is bounded by a number and not by a clock, so
/// that the same scan gives the same causes.
/// </remarks>
public sealed class CauseFinder
{
    private const int Most = 240;
    private const int Least = 3;
    private const int MostObservations = 100_000;
    private const int MostValues = 24;

    /// <summary>What makes a resource one of the deployment's: without it a failure would be gone, and nothing mended.</summary>
    private static readonly HashSet<string> s_belonging = new(["cluster", "hasWorkbench", "host", "namespace", "pool", "role"], StringComparer.Ordinal);

    private readonly Snapshot _snapshot;
    private readonly SeenFacts _seen;
    private readonly Lazy<Alternatives> _alternatives;
    private readonly Retrial _retrial;
    private readonly CancellationToken _cancellationToken;

    private readonly int _affordable;

    private CauseFinder(Snapshot snapshot, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken)
    {
        (_snapshot, _seen, _retrial, _cancellationToken) = (snapshot, new(snapshot), new(parameters, rules, merged), cancellationToken);
        _affordable = Retrial.Affordable(snapshot, Most, least: 0, MostObservations);
        _alternatives = new(() => new(snapshot, _seen));
    }

    /// <summary>The report with the causes of its failures.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="parameters">What the user says.</param>
    /// <param name="rules">The rules that were run.</param>
    /// <param name="merged">What the check made of the snapshot.</param>
    /// <param name="cancellationToken">The user's.</param>
    internal static ScanReport Explain(ScanReport report, Parameters parameters, IReadOnlyList<LoadedRule> rules, MergedResources merged, CancellationToken cancellationToken)
    {
        if (report.Environments.All(e => Failures(e).Count < 2)) return report;
        var finder = new CauseFinder(report.Snapshot, parameters, rules, merged, cancellationToken);
        var cut = new List<string>();
        var environments = report.Environments.Select(e => e with { Causes = finder.Of(e, cut) }).ToList();
        return report with { Environments = environments, Notifications = [.. report.Notifications, .. cut.Select(Cut)] };
    }

    private static Notification Cut(string label) => new("SCN-021", false,
        $"{label} is too large to try everything that its failures may have in common: there may be more causes than are shown, and scanner explain tells what one failure rests on", null);

    private static List<Finding> Failures(EnvironmentReport environment) => [.. environment.Findings.Where(f => f.Fails)];

    private List<Cause> Of(EnvironmentReport environment, List<string> cut)
    {
        var failures = Failures(environment);
        if (failures.Count < 2) return [];
        _retrial.Allow(_affordable);
        var (candidates, causes) = (_affordable < Least ? [] : Candidates(environment, failures), new List<Cause>());
        if (_affordable < Most && (_affordable < Least || _retrial.IsExhausted)) cut.Add(environment.Label);
        while (Best(candidates, failures) is { } best)
        {
            causes.Add(best.Cause);
            failures = failures.FindAll(f => !best.Cause.Findings.Contains(f, ReferenceEqualityComparer.Instance));
        }
        return causes;
    }

    /// <summary>What resolves the most of the failures that have no cause yet.</summary>
    private static Resolution? Best(List<Resolution> candidates, List<Finding> failures) => candidates
        .Select(c => c with { Cause = c.Cause with { Findings = [.. c.Cause.Findings.Where(f => failures.Contains(f, ReferenceEqualityComparer.Instance))] } })
        .Where(c => c.Cause.Findings.Count > 1).OrderByDescending(c => c.Cause.Findings.Count).ThenBy(c => c.Rank).ThenBy(c => c.Cause.Name, StringComparer.Ordinal).FirstOrDefault();

    private List<Resolution> Candidates(EnvironmentReport environment, List<Finding> failures)
    {
        var hinted = failures.Select(f => (Finding: f, Hints: new Hints(f))).ToList();
        var worth = _seen.Ids.Where(id => _seen.NameOf(id) is var name && hinted.Exists(h => h.Hints.Rank(id, name) < 3)).ToHashSet(StringComparer.Ordinal);
        var named = _retrial.Judge(_snapshot, environment.Id, [.. failures.Select(f => f.Rule).Distinct()], _cancellationToken, Subjects(failures), worth);
        var read = hinted.Select(h => (h.Finding, h.Hints, Facts: named.Find(n => Retrial.IsSame(n, h.Finding)) is { } same ? _seen.Of(same) : [])).ToList();
        var shared = read.SelectMany(r => r.Facts.Select(fact => (Fact: fact, Rank: r.Hints.Rank(fact, _seen), r.Finding, r.Hints))).Where(r => r.Rank < 3 && !IsBelonging(r.Fact))
            .GroupBy(r => r.Fact.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Sum(r => r.Rank)).ThenBy(g => g.Key, StringComparer.Ordinal);
        var found = new List<Resolution>();
        foreach (var fact in shared.Select(g => g.ToList()))
            if (!_retrial.IsExhausted) found.AddRange(Of(fact[0].Fact, [.. fact.Select(f => f.Finding)], fact[0].Hints, environment.Id, fact.Sum(f => f.Rank)));
        return found;
    }

    private static bool IsBelonging(SeenFact fact) => s_belonging.Contains(fact.Property)
        || (fact.Property is "state" or "phase" && fact.Value is { ValueKind: JsonValueKind.String } value && value.GetString() is "running" or "Running");

    /// <summary>The values that resolve at least two of the failures, up to the first that resolves all that could be.</summary>
    private IEnumerable<Resolution> Of(SeenFact fact, List<Finding> sharers, Hints hints, string environment, int rank)
    {
        var hidden = FactBreaker.Changed(_snapshot, fact.Group, p => p with { Value = default, Gap = FactBreaker.Hidden(fact.Group) });
        if (Still(hidden, sharers, environment, Verdict.Unknown).Count < 2) yield break;
        foreach (var value in _alternatives.Value.Of(fact, hints, MostValues))
        {
            if (_retrial.IsExhausted) yield break;
            var resolved = Still(With(fact, value), sharers, environment, Verdict.Pass);
            if (resolved.Count < 2) continue;
            yield return new(Of(fact, value, resolved), rank);
            if (resolved.Count == sharers.Count) yield break;
        }
    }

    private static HashSet<(string, string)> Subjects(List<Finding> findings) => [.. findings.Select(f => (f.SubjectKind, f.SubjectId))];

    /// <summary>Those of the findings that then have that verdict.</summary>
    private List<Finding> Still(Snapshot changed, List<Finding> findings, string environment, Verdict verdict)
    {
        var judged = _retrial.Judge(changed, environment, [.. findings.Select(f => f.Rule).Distinct()], _cancellationToken, Subjects(findings));
        return findings.FindAll(f => judged.Exists(j => Retrial.IsSame(j, f) && j.Verdict == verdict));
    }

    /// <summary>With the other value, also where other resources tell the same thing: one of them alone would only contradict the rest.</summary>
    private Snapshot With(SeenFact fact, JsonElement value)
    {
        var changed = FactBreaker.Changed(_snapshot, fact.Group, p => p.Gap is null ? p with { Value = value } : p);
        return SameEntry.Between(fact.Value, value) is { } entry && _seen.KindOf(entry.Before) is not null ? entry.Follow(changed) : changed;
    }

    private Cause Of(SeenFact fact, JsonElement value, List<Finding> resolved)
    {
        var change = ValueChange.Between(fact.Property, fact.Value, value);
        return new(fact.Kind, fact.Resource, _seen.LabelOf(fact.Resource), change.Path, change.IsAdded ? change.After! : change.Before, change.IsAdded, fact.Evidence, resolved);
    }

    private sealed record Resolution(Cause Cause, int Rank);
}
