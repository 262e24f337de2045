using Scanner.Check;
using Scanner.Collect;
using Scanner.Collect.Aws;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Rules;

/// <summary>
/// Derives which actions a rule needs. An action is needed where a judgement read what it brought, in any scenario; where it brings
/// such a property in another deployment of that architecture; where the outcome is another without it and all else that is not needed;
/// where a needed one rests on it; where a needed one only names what it describes; and where it is needed to find the environment, and to
/// tell its architecture.
/// </summary>
internal static class NeedsDerivation
{
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> s_detection = Scenario.Scans.AsParallel().ToDictionary(s => s.Name, OfDetection);

    /// <summary>Listings that say nothing of what they list but that it is there, or that found nothing in any recorded deployment.</summary>
    private static readonly IReadOnlySet<string> s_silent = Scenario.Scans.SelectMany(s => s.Snapshot.Coverage).Select(c => c.Action)
        .Except(Scenario.Scans.SelectMany(s => s.Snapshot.Observations).Select(o => o.Evidence.Action)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What says the same of things of an older make, of which no recorded deployment has any.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_likewise =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["elasticloadbalancing:DescribeTargetHealth"] = "elasticloadbalancing:DescribeInstanceHealth" };

    public static IReadOnlySet<string> Of(LoadedRule rule)
    {
        var own = Scenario.Scans.Where(s => s.Check(rule).Findings.Any()).ToList();
        var bringers = own.SelectMany(s => s.Snapshot.Observations).SelectMany(o => o.Properties.Select(p => (Key: (o.Kind, p.Name), o.Evidence.Action)))
            .Where(b => !ApiCalls.IsGround(b.Action)).Distinct().ToLookup(b => b.Key, b => b.Action);
        var scenarios = Scenario.Of(rule.Id).ToList();
        var needs = AwsActions.WithPrerequisites([.. own.SelectMany(s => s_detection[s.Name]), .. scenarios.SelectMany(s => Read(s, rule, bringers))]);
        foreach (var scenario in scenarios) needs = Decisive(scenario, needs, s => s.Outcome(rule));
        return AwsActions.WithPrerequisites([.. needs, .. needs.Where(s_silent.Contains).SelectMany(AwsActions.Followers), .. needs.Where(s_likewise.ContainsKey).Select(a => s_likewise[a])]);
    }

    private static IEnumerable<string> Read(Scenario scenario, LoadedRule rule, ILookup<(string Kind, string Property), string> bringers)
    {
        var kinds = scenario.Snapshot.Observations.ToLookup(o => o.Id, o => o.Kind);
        foreach (var reading in scenario.Check(rule, trace: true).Findings.SelectMany(f => f.Readings))
        {
            if (reading.Behind is not Evidence { Action: var action } || !scenario.Actions.Contains(action)) continue;
            yield return action;
            foreach (var other in kinds[reading.Resource].Distinct().SelectMany(kind => bringers[(kind, reading.Property)]).Where(b => IsOfAws(b) == IsOfAws(action))) yield return other;
        }
    }

    /// <summary>What finds the environments of a deployment and tells their architecture: as it is, and where it is poorer, so that other signs must decide.</summary>
    private static IReadOnlySet<string> OfDetection(Scenario scan)
    {
        var environments = scan.Snapshot.Check([]).Environments.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var places = scan.Snapshot.Observations.Where(o => environments.Contains(o.Id)).Select(o => o.Evidence.Scope).ToHashSet(StringComparer.Ordinal);
        var listings = scan.Snapshot.Coverage.Where(c => c.Kind == nameof(Cluster) && places.Contains(c.Scope) && !ApiCalls.IsGround(c.Action)).Select(c => c.Action);
        var needs = AwsActions.WithPrerequisites(listings);
        foreach (var left in Poorer(scan.Snapshot)) needs = Decisive(scan with { Snapshot = left }, needs, s => s.Detected());
        return needs;
    }

    /// <summary>The deployment as it is; without all of one kind; and without what one answer says of each.</summary>
    private static IEnumerable<Snapshot> Poorer(Snapshot whole)
    {
        Snapshot Where(Func<Observation, bool> stays) => whole with { Observations = [.. whole.Observations.Where(stays)] };
        return
        [
            whole,
            .. whole.Observations.Select(o => o.Kind).Where(k => k != nameof(Cluster)).Distinct().Order(StringComparer.Ordinal).Select(kind => Where(o => o.Kind != kind)),
            .. whole.Actions().Select(action => Where(o => o.Evidence.Action != action)),
        ];
    }

    /// <summary>Adds what decides in a scenario and is not among the needs yet, in two orders: of two facts either of which decides, both are needed.</summary>
    private static IReadOnlySet<string> Decisive(Scenario scenario, IReadOnlySet<string> needs, Func<Scenario, IReadOnlyList<string>> outcome)
    {
        var whole = outcome(scenario);
        bool IsSame(IReadOnlySet<string> wanted) => whole.SequenceEqual(outcome(scenario.WithOnly(wanted)));
        if (IsSame(needs)) return needs;
        var open = scenario.Actions.Except(needs).ToList();
        return AwsActions.WithPrerequisites([.. needs, .. Drop([.. needs, .. open], open, IsSame), .. Drop([.. needs, .. open], [.. Enumerable.Reverse(open)], IsSame)]);
    }

    /// <summary>What is left of the actions when all that can go has gone, half by half.</summary>
    private static HashSet<string> Drop(HashSet<string> kept, IReadOnlyList<string> open, Func<IReadOnlySet<string>, bool> isSame)
    {
        HashSet<string> less = [.. kept.Except(open)];
        if (open.Count == 0 || isSame(less)) return less;
        return open.Count == 1 ? kept : Drop(Drop(kept, [.. open.Take(open.Count / 2)], isSame), [.. open.Skip(open.Count / 2)], isSame);
    }

    private static bool IsOfAws(string action) => action.Contains(':', StringComparison.Ordinal);
}
