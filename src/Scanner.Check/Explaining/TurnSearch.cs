using Scanner.Check.Testing.Breaking;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Finds the facts of which another value would turn a verdict: hides them first, for what does not matter hidden cannot matter otherwise.</summary>
internal sealed class TurnSearch(Snapshot snapshot, SeenFacts seen, Alternatives alternatives, Retrial retrial, CancellationToken cancellationToken)
{
    private const int MostOfNamed = 32;
    private const int MostOfOthers = 8;
    private const int MostAlike = 8;

    /// <summary>Facts with the value that turns the verdict: those that the finding names first.</summary>
    public List<Turn> Of(Finding finding, string environment)
    {
        var (hints, turns) = (new Hints(finding), new List<Turn>());
        var groups = seen.Of(finding).GroupBy(f => (f.Kind, f.Property)).Select(g => g.OrderBy(f => hints.Rank(f, seen)).ThenBy(f => f.Resource, StringComparer.Ordinal).ToList())
            .OrderBy(g => hints.Rank(g[0], seen)).ThenBy(g => g.Count).ThenBy(g => g[0].Name, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (retrial.IsExhausted) break;
            if (Matters(group, finding, environment)) turns.AddRange(Of(group, finding, environment, hints));
        }
        return [.. turns.OrderBy(t => hints.Rank(t.Fact, seen)).ThenBy(t => t.Fact.Name, StringComparer.Ordinal)];
    }

    private List<Turn> Of(List<SeenFact> group, Finding finding, string environment, Hints hints)
    {
        var turns = new List<Turn>();
        foreach (var fact in group.Take(MostAlike))
            if (!retrial.IsExhausted && (group.Count == 1 || Matters([fact], finding, environment)) && First([fact], finding, environment, hints) is { } turn) turns.Add(turn);
        if (turns.Count == 0 && group.Count > 1 && First(group, finding, environment, hints) is { } together) turns.Add(together);
        return turns;
    }

    private bool Matters(List<SeenFact> facts, Finding finding, string environment)
    {
        var group = GroupOf(facts);
        return retrial.Judge(FactBreaker.Changed(snapshot, group, p => p with { Value = default, Gap = FactBreaker.Hidden(group) }), environment, finding, cancellationToken) != finding.Verdict;
    }

    /// <summary>The first other value that turns the verdict.</summary>
    private Turn? First(List<SeenFact> facts, Finding finding, string environment, Hints hints)
    {
        foreach (var value in alternatives.Of(facts[0], hints, hints.Rank(facts[0], seen) < 3 ? MostOfNamed : MostOfOthers))
            foreach (var plane in Planes(facts[0]))
            {
                if (retrial.IsExhausted) return null;
                var changed = FactBreaker.Changed(snapshot, GroupOf(facts), p => p.Gap is null ? p with { Value = value } : p, plane);
                if (retrial.Judge(changed, environment, finding, cancellationToken) is { } verdict && IsTurned(finding.Verdict, verdict)) return new(facts[0], value, verdict, facts.Count, plane);
            }
        return null;
    }

    /// <summary>All planes at once, and, where a verdict may rest on their difference, each alone.</summary>
    private IEnumerable<Plane?> Planes(SeenFact fact) => seen.Planes(fact) is { Count: > 1 } several ? [null, .. several.Select(p => (Plane?)p)] : [null];

    /// <summary>From one decided verdict to another; a rule that would no longer apply has not changed its mind.</summary>
    private static bool IsTurned(Verdict before, Verdict after) => before is Verdict.Fail ? after is Verdict.Pass
        : before is Verdict.Pass ? after is Verdict.Fail : before is Verdict.NotApplicable && after is Verdict.Pass or Verdict.Fail;

    private static FactGroup GroupOf(List<SeenFact> facts) => new(facts[0].Kind, facts[0].Property, facts.Select(f => f.Resource).ToHashSet(StringComparer.Ordinal));
}
