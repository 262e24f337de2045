using Scanner.Check;
using Scanner.Check.Testing;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>The promise: whatever a scan cannot see, no verdict moves except towards unknown, and the exit code says so.</summary>
public sealed class DenyEachTests
{
    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    public static TheoryData<string, Trouble> Troubles()
    {
        var data = new TheoryData<string, Trouble>();
        foreach (var name in (string[])["parallelcluster-good", "parallelcluster-drifted", "eks-good", "eks-drifted"])
            foreach (var trouble in (Trouble[])[Trouble.Denied, Trouble.Throttled, Trouble.Cut, Trouble.Empty, Trouble.Broken])
                data.Add(name, trouble);
        return data;
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task No_verdict_moves_except_towards_unknown(string name, Trouble trouble)
    {
        var (sound, actions) = await Scanned(name, null, trouble);
        Assert.Empty(sound.Refused);
        Assert.InRange(actions.Count, 15, 100);
        await Parallel.ForEachAsync(actions, new ParallelOptions { MaxDegreeOfParallelism = trouble is Trouble.Throttled ? 12 : 4 }, async (action, _) =>
        {
            var (hindered, _) = await Scanned(name, action, trouble);
            AssertOnlyUnknown(sound, hindered, action);
            AssertTold(hindered, action, trouble);
        });
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

    private static async Task<(ScanReport Report, IReadOnlyList<string> Actions)> Scanned(string name, string? action, Trouble trouble)
    {
        await using var deployment = new RecordedDeployment(name);
        var isThrottled = trouble is Trouble.Throttled && action is not null;
        if (action is not null) deployment.With(action, trouble);
        var snapshot = isThrottled ? await deployment.ScanThrottled(action!) : await deployment.Scan();
        return (Checker.Check(snapshot, Parameters.None, s_rules, trace: false, TestContext.Current.CancellationToken), deployment.Actions);
    }
}
