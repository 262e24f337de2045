using Scanner.Check.Accepting;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Check.Accepting;

/// <summary>Every action of a whole scan denied in turn, over sockets: a baseline of what was seen in full has nothing fixed by it.</summary>
public sealed class DeniedSinceTests
{
    [Theory, InlineData("parallelcluster-drifted"), InlineData("eks-drifted")]
    public async Task Denying_an_action_fixes_nothing_and_lets_no_waiver_turn_what_is_unknown(string name)
    {
        await using var sound = new RecordedDeployment(name);
        var before = Acceptances.Check(await sound.Scan());
        var baseline = Acceptances.Baseline(before);
        Assert.InRange(sound.Actions.Count, 15, 100);
        await Parallel.ForEachAsync(sound.Actions.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (action, _) =>
        {
            await using var deployment = new RecordedDeployment(name);
            deployment.With(action, Trouble.Denied);
            var report = Acceptances.Check(await deployment.Scan());
            var compared = BaselineComparer.Compare(report, baseline);
            Assert.True(!compared.Past.Any(p => p.IsFixed), $"without {action}: {string.Join(", ", compared.Past.Where(p => p.IsFixed).Select(p => $"{p.Finding.Rule.Id} {p.Finding.SubjectKey} {p.Why}"))}");
            Assert.DoesNotContain(compared.Findings, f => f is { Verdict: Verdict.Fail, Standing.State: BaselineState.New });
            AssertOnlyFailuresWaived(report);
        });
    }

    private static void AssertOnlyFailuresWaived(ScanReport report)
    {
        var everything = report.Findings.Select(f => f.Rule.Id).Distinct().Select(rule => new Waiver(rule, "*", "r", "o", new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), new("waivers.yaml", 1, 1, 2, ""))).ToList();
        var waived = new WaiverApplier(everything, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Apply(report);
        Assert.Equal(report.Findings.Select(f => f.Verdict), waived.Findings.Select(f => f.Verdict));
        Assert.All(waived.Findings, f => Assert.Equal(f.Verdict is Verdict.Fail, f.Waiver is not null));
    }
}
