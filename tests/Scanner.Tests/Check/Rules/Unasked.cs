using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Rules;

/// <summary>A snapshot as it would be, had the scan asked for some actions only.</summary>
internal static class Unasked
{
    /// <summary>The actions that the snapshot owes something to, without those that every scan asks.</summary>
    public static IReadOnlyList<string> Actions(this Snapshot snapshot) =>
        [.. snapshot.Observations.Select(o => o.Evidence.Action).Concat(snapshot.Coverage.Select(c => c.Action)).Where(a => !ApiCalls.IsGround(a)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Everything that rests on another action is not asked for: what only such an action lists is not there, and its listing says so.</summary>
    public static Snapshot WithOnly(this Snapshot snapshot, IReadOnlySet<string> wanted)
    {
        bool IsOut(string action) => !ApiCalls.IsGround(action) && !wanted.Contains(action);
        var listings = snapshot.Coverage.Select(c => (c.Kind, c.Scope, c.Action)).ToHashSet();
        bool IsListed(Observation o) => listings.Contains((o.Kind, o.Evidence.Scope, o.Evidence.Action));
        var lost = snapshot.Observations.GroupBy(o => (o.Kind, o.Id)).Where(g => g.All(o => IsOut(o.Evidence.Action)) && g.Any(IsListed)).Select(g => g.Key).ToHashSet();
        return snapshot with
        {
            Observations =
            [
                .. snapshot.Observations.Where(o => !IsOut(o.Evidence.Action) || (!IsListed(o) && !lost.Contains((o.Kind, o.Id))))
                    .Select(o => IsOut(o.Evidence.Action) ? o with { Properties = [.. o.Properties.Select(p => new Property(p.Name, default, Gap(o.Evidence.Scope, o.Kind, o.Evidence.Action)))] } : o),
            ],
            Coverage = [.. snapshot.Coverage.Select(c => IsOut(c.Action) ? c with { Gap = Gap(c.Scope, c.Kind, c.Action) } : c)],
        };
    }

    private static Gap Gap(string scope, string kind, string action) => new(scope, kind, action, GapCause.NotAsked, "not asked by the test", new(RemedyKind.Flag, "ask"));
}
