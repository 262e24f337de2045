using Scanner.Check;
using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Collect;

namespace Scanner.Tests.Cli;

/// <summary>Two accounts in two regions, scanned at once: what one refuses moves verdicts there towards unknown, and of the other only those that rest on it.</summary>
public sealed class DenyEachScopeTests
{
    private const string Case = "parallelcluster-good";

    private static readonly IReadOnlyList<LoadedRule> s_rules = RuleLibrary.Installed(useCache: false).Load([]).Rules;

    [Theory, InlineData(Trouble.Denied), InlineData(Trouble.Broken)]
    public async Task What_one_account_refuses_leaves_the_other_as_it_was(Trouble trouble)
    {
        var (sound, actions) = await Scanned(null, trouble);
        Assert.Equal(2, sound.Environments.Count);
        Assert.Empty(sound.Refused);
        Assert.All(sound.Environments, e => Assert.DoesNotContain(e.Findings, f => f.Verdict is Verdict.Fail));

        await Parallel.ForEachAsync(actions.Where(a => a != "sts:GetCallerIdentity"), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (action, _) =>
        {
            var (hindered, _) = await Scanned(action, trouble);
            Assert.NotEmpty(hindered.Refused);
            Assert.All(hindered.Refused, g => Assert.Equal((TwinAccount.Scope, action), (g.Scope, g.Action)));
            foreach (var before in sound.Findings)
            {
                var after = hindered.Findings.FirstOrDefault(f => f.Rule.Id == before.Rule.Id && f.SubjectKey == before.SubjectKey);
                if (after is null) Assert.True(IsOfTwin(before), $"without {action} there, nothing is said of {before.SubjectKey} here");
                else Assert.True(after.Verdict == before.Verdict || (after.Verdict is Verdict.Unknown && after.Gaps.Any(g => g.Scope == TwinAccount.Scope)), $"without {action} there, {after.Rule.Id} of {after.SubjectKey} is {after.Verdict}: {after.Gap}");
            }
        });
    }

    private static bool IsOfTwin(Finding finding) => finding.SubjectKey.Contains("lab", StringComparison.Ordinal) || finding.SubjectId.Contains("eu-west-1", StringComparison.Ordinal) || finding.SubjectId.Contains("-e", StringComparison.Ordinal);

    private static async Task<(ScanReport Report, IReadOnlyList<string> Actions)> Scanned(string? action, Trouble trouble)
    {
        await using var aws = new RecordedAws(Case);
        await using var twin = new TwinAccount(Case);
        if (action is not null) twin.Aws.With(action, trouble);
        var snapshot = await new Scan("scanner test", TimeProvider.System) { Limits = CallLimits.None }.Run([aws.Target, twin.Target], TestContext.Current.CancellationToken);
        return (Checker.Check(snapshot, Parameters.None, s_rules, trace: false, TestContext.Current.CancellationToken), twin.Aws.Actions);
    }
}
