using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Testing;

/// <summary>Which rules fail in the world of a failing fixture, beside the one that it is about.</summary>
/// <remarks>A change that trips rules which nobody meant is broader than the case it shows, or one of those rules is wrong.</remarks>
public sealed class Overlaps(IReadOnlyList<LoadedRule> rules, Func<string, Snapshot> world)
{
    private readonly MergedResources _merged = new();

    /// <summary>Their ids, of all rules that run in the architecture of the fixture's world.</summary>
    /// <exception cref="MutationException">The fixture does not fit its world.</exception>
    /// <exception cref="SnapshotFormatException">A value is none that its property may have.</exception>
    public IReadOnlyList<string> Of(RuleFixture fixture, CancellationToken cancellationToken)
    {
        var snapshot = Mutating.Apply(world(fixture.World), fixture.Mutation);
        var named = rules.Select(r => r.Id == fixture.RuleId ? r with { IsNamed = true } : r).ToList();
        var report = Checker.Check(new ResourceGraph(snapshot, named: false, _merged), FixtureRunner.ParametersOf(fixture, snapshot), named, cancellationToken);
        var failing = report.Environments.Select(e => e.Findings.Where(f => f.Verdict is Verdict.Fail).Select(f => f.Rule.Id).Distinct().ToList()).ToList();
        // what is wrong elsewhere, such as at the hosts that a mutation adds, is none of its own rule's concern
        var concerned = failing.Exists(f => f.Contains(fixture.RuleId)) ? failing.Where(f => f.Contains(fixture.RuleId)) : failing;
        return [.. concerned.SelectMany(f => f).Where(id => id != fixture.RuleId).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What differs from the fixture's <c>also</c>; null where nothing does.</summary>
    public string? Problem(RuleFixture fixture, CancellationToken cancellationToken)
    {
        try
        {
            var others = Of(fixture, cancellationToken);
            var (unlisted, sound) = (others.Except(fixture.Also).ToList(), fixture.Also.Except(others).ToList());
            return unlisted.Count > 0 ? $"fails too, and is not under also: {string.Join(", ", unlisted)}"
                : sound.Count > 0 ? $"is under also, and does not fail: {string.Join(", ", sound)}"
                : null;
        }
        catch (Exception e) when (e is MutationException or SnapshotFormatException)
        {
            return e.Message;
        }
    }
}
