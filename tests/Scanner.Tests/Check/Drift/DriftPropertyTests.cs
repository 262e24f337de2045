using Scanner.Check.Drift;
using Scanner.Check.Testing;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift;

/// <summary>What holds of any two scans.</summary>
public sealed class DriftPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    public static TheoryData<string> Architectures => ["aws-parallelcluster", "aws-eks"];

    [Theory, MemberData(nameof(Seeds))]
    public void A_scan_has_no_drift_from_itself(int seed)
    {
        var (baseline, current) = new GeneratedScans(seed).Pair();
        AssertNothing(Compare(baseline, baseline));
        AssertNothing(Compare(current, current));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Drift_backwards_mirrors_drift_forwards(int seed)
    {
        var (baseline, current) = new GeneratedScans(seed).Pair();
        AssertMirrored(Compare(baseline, current), Compare(current, baseline));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Applying_the_changes_to_the_baseline_gives_the_current_scan(int seed)
    {
        var (baseline, current) = new GeneratedScans(seed).Pair();
        var changes = Compare(baseline, current).Changes;
        var came = changes.Where(c => c.Kind is ChangeKind.Added).Select(c => c.Resource.ToString()).ToHashSet();
        var (before, after) = (new ComparedState(baseline), new ComparedState(current));
        foreach (var change in changes) before.Apply(change);
        Assert.Equal(after.Lines(came), before.Lines(came));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Denying_an_action_only_makes_undecided(int seed)
    {
        var (baseline, current) = new GeneratedScans(seed).Pair();
        AssertDeniedIsUndecided(baseline, current);
    }

    [Theory, MemberData(nameof(Architectures))]
    public void All_that_holds_of_recorded_scans(string architecture)
    {
        var (good, drifted) = (Recorded($"{architecture}-good"), Recorded($"{architecture}-drifted"));
        AssertNothing(Compare(good, good));
        AssertNothing(Compare(drifted, drifted));
        AssertMirrored(Compare(good, drifted), Compare(drifted, good));
        AssertDeniedIsUndecided(good, drifted);
        Assert.NotEmpty(Compare(good, drifted).Changes);
    }

    /// <summary>Told by what the snapshots say, and not by what compares them: of each answer that both scans have, whatever is another is reported, expected or undecided.</summary>
    [Theory, MemberData(nameof(Architectures))]
    public void Nothing_that_differs_between_recorded_scans_is_left_out(string architecture)
    {
        var (good, drifted) = (Recorded($"{architecture}-good"), Recorded($"{architecture}-drifted"));
        var report = Compare(good, drifted);
        var keys = good.Observations.Concat(drifted.Observations).Select(o => (o.Id, o.Key)).Distinct().OrderByDescending(k => k.Id.Length).ToList();
        var now = drifted.Observations.ToLookup(o => (o.Kind, o.Id, o.Evidence.Plane, o.Evidence.Action));
        var found = 0;
        foreach (var (was, became) in good.Observations.SelectMany(o => now[(o.Kind, o.Id, o.Evidence.Plane, o.Evidence.Action)].Select(n => (o, n))))
            foreach (var property in was.Properties.Where(p => became.Properties.Any(n => n.Name == p.Name && ComparedState.Text(p, keys) != ComparedState.Text(n, keys))).Select(p => p.Name))
            {
                found++;
                bool IsIt(ResourceName resource, string? path) => resource.Kind == was.Kind && resource.Key.EndsWith(was.Key, StringComparison.Ordinal) && path?.Split('.', '[')[0] == property;
                Assert.True(report.Changes.Any(c => IsIt(c.Resource, c.PathText)) || report.Undecided.Any(u => IsIt(u.Resource, u.Property))
                    || ExpectedDrift.Rules.Any(r => (r.Kind ?? was.Kind) == was.Kind && r.Path is { } path && path.Split('.')[0].TrimEnd('*') == property)
                    || ExpectedDrift.Rules.Any(r => r.Kind == was.Kind && r.Path is null), $"{was.Kind} {was.Key} {property}");
            }
        Assert.True(found > 0);
    }

    private static void AssertNothing(DriftReport report)
    {
        Assert.Empty(report.Changes);
        Assert.Empty(report.Undecided);
        Assert.Empty(report.Ignored);
        Assert.True(report.Same > 0);
    }

    private static void AssertMirrored(DriftReport forwards, DriftReport backwards)
    {
        Assert.Equal(forwards.Changes.Select(Line).Order(StringComparer.Ordinal), backwards.Changes.Select(Mirrored).Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(forwards.Undecided.Select(u => (u.Resource, u.Property, u.Baseline, u.Current)), backwards.Undecided.Select(u => (u.Resource, u.Property, u.Current, u.Baseline)));
        Assert.Equal(forwards.Same, backwards.Same);
    }

    private static Change Mirrored(Change change) => change with
    {
        Kind = change.Kind switch { ChangeKind.Added => ChangeKind.Removed, ChangeKind.Removed => ChangeKind.Added, _ => ChangeKind.Changed },
        Old = change.New,
        New = change.Old,
    };

    /// <summary>Nothing is different that was not, and whatever is no longer different is undecided.</summary>
    private static void AssertDeniedIsUndecided(Snapshot baseline, Snapshot current)
    {
        var whole = Compare(baseline, current).Changes;
        var lines = whole.Select(Line).ToHashSet();
        foreach (var (old, now, denied) in Denied(baseline, current))
        {
            var report = Compare(old, now);
            Assert.All(report.Changes, c => Assert.True(lines.Contains(Line(c)), $"denying {denied}: {Line(c)}"));
            var left = report.Changes.Select(Line).ToHashSet();
            Assert.All(whole.Where(c => !left.Contains(Line(c))), c => Assert.True(report.Undecided.Any(u => Covers(u, c)), $"denying {denied} hides: {Line(c)}"));
        }
    }

    private static bool Covers(Undecided undecided, Change change) =>
        undecided.Resource.Kind == change.Resource.Kind && undecided.Resource.Scope == change.Resource.Scope
        && (undecided.Resource.Key == ResourceName.Any || undecided.Resource.Key == change.Resource.Key)
        && (undecided.Property is null || undecided.Property == change.PathText.Split('.', '[')[0]);

    private static IEnumerable<(Snapshot Old, Snapshot Now, string Denied)> Denied(Snapshot baseline, Snapshot current)
    {
        foreach (var action in Actions(baseline)) yield return (Mutating.Deny(baseline, action), current, $"{action} in the baseline");
        foreach (var action in Actions(current)) yield return (baseline, Mutating.Deny(current, action), $"{action} in the current scan");
    }

    private static IEnumerable<string> Actions(Snapshot scan) =>
        scan.Observations.Select(o => o.Evidence.Action).Concat(scan.Coverage.Select(c => c.Action)).Distinct().Order(StringComparer.Ordinal);
}
