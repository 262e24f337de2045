using System.Collections.Concurrent;
using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>The promise: whatever a scan cannot see, no verdict moves except towards unknown, and the exit code says so.</summary>
public sealed class DenyEachTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    private static readonly string[] s_names = ["parallelcluster-good", "parallelcluster-drifted", "eks-good", "eks-drifted"];

    private static readonly Trouble[] s_others = [Trouble.Throttled, Trouble.Cut, Trouble.Empty, Trouble.Broken];

    /// <summary>What a scan sees while one of its actions is denied, by deployment and action.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<ConcurrentDictionary<string, string>>>> s_denied = new(StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. s_names];

    public static TheoryData<Trouble> Others() => [.. s_others];

    [Theory, MemberData(nameof(Names))]
    public async Task Denying_an_action_moves_no_verdict_except_towards_unknown(string name) => Assert.NotEmpty(await Denied(name));

    /// <summary>
    /// What is seen and what is not is the same as where the action is denied, and so is what rules make of it; where it is not the same they are asked.
    /// How an action's trouble is taken does not depend on what the deployment is like: each trouble of it comes in one of those that ask for it, each time in the next.
    /// </summary>
    [Theory, MemberData(nameof(Others))]
    public async Task Any_other_trouble_is_as_if_it_were_denied(Trouble trouble)
    {
        var different = 0;
        var all = await Task.WhenAll(s_names.Select(async name => (Name: name, Sights: await Denied(name), Sound: await Judged(name))));
        var actions = all.SelectMany(d => d.Sights.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(actions.Index(), Several(trouble), async (at, _) =>
        {
            var asking = all.Where(d => d.Sights.ContainsKey(at.Item)).ToList();
            var (name, denied, sound) = asking[(at.Index + Array.IndexOf(s_others, trouble)) % asking.Count];
            var snapshot = await Scanned(name, at.Item, trouble);
            Assert.Contains(snapshot.Gaps, g => g.Action == at.Item);
            if (snapshot.Sight() == denied[at.Item]) return;
            Interlocked.Increment(ref different);
            AssertOnlyUnknown(sound, snapshot, at.Item, trouble);
        });
        TestContext.Current.TestOutputHelper!.WriteLine($"{trouble}: {different} of {actions.Count} see something else than where they are denied");
    }

    private static Task<ConcurrentDictionary<string, string>> Denied(string name) => s_denied.GetOrAdd(name, _ => new(async () =>
    {
        var (sights, sound) = (new ConcurrentDictionary<string, string>(), await Judged(name));
        await Parallel.ForEachAsync(await Actions(name), Several(Trouble.Denied), async (action, _) =>
        {
            var snapshot = await Scanned(name, action, Trouble.Denied);
            AssertOnlyUnknown(sound, snapshot, action, Trouble.Denied);
            sights[action] = snapshot.Sight();
        });
        return sights;
    })).Value;

    // one that is throttled waits more than it works
    private static ParallelOptions Several(Trouble trouble) => new() { MaxDegreeOfParallelism = trouble is Trouble.Throttled ? 12 : 4 };

    private static void AssertOnlyUnknown(ScanReport sound, Snapshot snapshot, string action, Trouble trouble)
    {
        var hindered = Judged(snapshot);
        AssertOnlyUnknown(sound, hindered, action);
        AssertTold(hindered, action, trouble);
    }

    private static void AssertOnlyUnknown(ScanReport sound, ScanReport hindered, string action)
    {
        foreach (var rule in hindered.Findings.Select(f => f.Rule.Id).Distinct())
        {
            var (before, after) = (Worst(sound, rule), Worst(hindered, rule));
            Assert.True(after is Verdict.Unknown || after == before, $"without {action}, {rule} moved from {before} to {after}");
        }
        foreach (var finding in hindered.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Pass))
            Assert.True(sound.Findings.Any(f => f.Rule.Id == finding.Rule.Id && f.SubjectKey == finding.SubjectKey && f.Verdict == finding.Verdict),
                $"without {action}, {finding.Rule.Id} says {finding.Verdict} of {finding.SubjectKey}, which it did not before");
    }

    private static void AssertTold(ScanReport hindered, string action, Trouble trouble)
    {
        var gaps = hindered.Refused.Where(g => g.Action == action).ToList();
        Assert.True(gaps.Count > 0, $"no gap names {action}");
        if (trouble is Trouble.Denied && action != "sts:GetCallerIdentity")
            Assert.All(gaps, g => Assert.Equal(new Remedy(RemedyKind.Permission, Granted(action)), g.Remedy));
        var fails = hindered.Findings.Any(f => f.Verdict is Verdict.Fail && f.Severity is Severity.Error);
        Assert.Equal(fails ? ExitCode.Findings : ExitCode.Incomplete, ExitCode.Of(hindered, allowIncomplete: false));
    }

    /// <summary>What a role must allow; in a cluster also where.</summary>
    private static string Granted(string action) => action.Contains(':', StringComparison.Ordinal) ? action : $"{action} (cluster-wide)";

    private static Verdict? Worst(ScanReport report, string rule) =>
        FixtureRunner.Worst(report.Findings.Where(f => f.Rule.Id == rule));

    private static ScanReport Judged(Snapshot snapshot) => Checker.Check(snapshot, Parameters.None, s_rules, trace: false, TestContext.Current.CancellationToken);

    private static async Task<ScanReport> Judged(string name)
    {
        await using var deployment = new RecordedDeployment(name);
        var sound = Judged(await deployment.Scan());
        Assert.Empty(sound.Refused);
        return sound;
    }

    private static async Task<IReadOnlyList<string>> Actions(string name)
    {
        await using var deployment = new RecordedDeployment(name);
        await deployment.Scan();
        Assert.InRange(deployment.Actions.Count, 15, 100);
        return deployment.Actions;
    }

    private static async Task<Snapshot> Scanned(string name, string action, Trouble trouble)
    {
        await using var deployment = new RecordedDeployment(name);
        if (trouble is Trouble.Throttled) return await deployment.ScanThrottled(action);
        deployment.With(action, trouble);
        return await deployment.Scan();
    }
}
