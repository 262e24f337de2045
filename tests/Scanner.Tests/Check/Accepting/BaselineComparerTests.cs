using Scanner.Check.Accepting;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Tests.Report;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Check.Accepting;

public sealed class BaselineComparerTests
{
    [Theory, InlineData("aws-parallelcluster-drifted"), InlineData("aws-eks-drifted"), InlineData("aws-parallelcluster-old")]
    public void A_scan_is_as_it_was(string scan)
    {
        var report = Acceptances.Check(Acceptances.Recorded(scan));
        var compared = BaselineComparer.Compare(report, Acceptances.Baseline(report));
        Assert.Contains(compared.Findings, f => f.Verdict is Verdict.Fail);
        Assert.All(compared.Findings, f => Assert.Equal((BaselineState.Unchanged, (Verdict?)f.Verdict, 0), (f.Standing!.State, f.Standing.Before, f.Standing.Changed.Count)));
        Assert.Empty(compared.Past);
        Assert.Equal(ExitCode.Compliant, ExitCode.Of(compared with { FailsOnNewOnly = true }, allowIncomplete: true));
    }

    [Theory, InlineData("aws-parallelcluster"), InlineData("aws-eks")]
    public void What_is_mended_is_fixed_and_what_breaks_is_new(string architecture)
    {
        var (good, drifted) = (Acceptances.Check(Acceptances.Recorded($"{architecture}-good")), Acceptances.Check(Acceptances.Recorded($"{architecture}-drifted")));
        var (mended, broken) = (BaselineComparer.Compare(good, Acceptances.Baseline(drifted)), BaselineComparer.Compare(drifted, Acceptances.Baseline(good)));
        var failures = Names(drifted.Findings.Where(f => f.Verdict is Verdict.Fail));
        Assert.Equal(failures, Names(mended.Past.Where(p => p.IsFixed).Select(p => p.Finding)));
        Assert.DoesNotContain(mended.Past, p => !p.IsFixed);
        Assert.Equal(failures, Names(broken.Findings.Where(f => f is { Verdict: Verdict.Fail, Standing.State: BaselineState.New })));
        Assert.Equal(ExitCode.Findings, ExitCode.Of(broken with { FailsOnNewOnly = true }, allowIncomplete: true));
    }

    [Fact]
    public void A_verdict_that_could_not_be_told_is_new_once_it_fails()
    {
        var compared = Compare([Sample(Home, Verdict.Unknown)], [Sample(Home, Verdict.Fail)]);
        Assert.Equal((BaselineState.New, (Verdict?)Verdict.Unknown), (compared.Findings.Single().Standing!.State, compared.Findings.Single().Standing!.Before));
    }

    [Theory]
    [InlineData(Verdict.Pass, PastFate.Fixed, "passes now")]
    [InlineData(Verdict.NotApplicable, PastFate.Fixed, "the rule no longer applies to it")]
    [InlineData(Verdict.Unknown, PastFate.OutOfSight, "unknown now: ")]
    public void Only_what_was_evaluated_is_fixed(Verdict now, PastFate fate, string why)
    {
        var past = Assert.Single(Compare([Sample(Home, Verdict.Fail)], [Sample(Home, now)]).Past);
        Assert.Equal(fate, past.Fate);
        Assert.StartsWith(why, past.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_that_is_gone_is_fixed_where_all_of_its_kind_were_listed_and_decided()
    {
        var before = new[] { Hop("tg-1", Verdict.Fail), Hop("tg-2", Verdict.Pass) };
        Assert.Equal(PastFate.Fixed, Assert.Single(Compare(before, [Hop("tg-2", Verdict.Pass)]).Past).Fate);
        Assert.Equal(PastFate.OutOfSight, Assert.Single(Compare(before, [Hop("tg-2", Verdict.Pass), Sample(Sticky, Verdict.Unknown)]).Past).Fate);
        Assert.Equal(PastFate.OutOfSight, Assert.Single(Compare(before, [Hop("tg-2", Verdict.Unknown)]).Past).Fate);
    }

    [Fact]
    public void A_key_that_could_not_be_told_as_before_is_the_same_by_its_id()
    {
        var compared = Compare([Hop("tg-1", Verdict.Fail)], [Hop("tg-1", Verdict.Fail) with { SubjectKey = "arn:tg-1" }]);
        Assert.Equal(BaselineState.Unchanged, compared.Findings.Single().Standing!.State);
        Assert.Empty(compared.Past);
    }

    /// <summary>Three instances of one group have one key: two that fail stay two, whichever they are.</summary>
    [Fact]
    public void Subjects_that_replace_each_other_are_counted()
    {
        Finding Node(int i, Verdict verdict) => Sample(Sticky, verdict) with { SubjectKind = "ComputeInstance", SubjectKey = "group/node", SubjectId = $"i-{i}" };
        var compared = Compare([Node(1, Verdict.Fail), Node(2, Verdict.Pass), Node(3, Verdict.Fail)], [Node(4, Verdict.Fail), Node(5, Verdict.Fail), Node(6, Verdict.Fail)]);
        Assert.Equal([BaselineState.Unchanged, BaselineState.Unchanged, BaselineState.New], compared.Findings.Select(f => f.Standing!.State).OrderDescending().Reverse().OrderBy(s => s is BaselineState.New));
        Assert.Empty(compared.Past);
        Assert.Single(Compare([Node(1, Verdict.Fail), Node(3, Verdict.Fail)], [Node(4, Verdict.Pass), Node(5, Verdict.Fail)]).Past, p => p.IsFixed);
    }

    [Fact]
    public void A_rule_that_did_not_run_fixes_nothing()
    {
        var past = Assert.Single(Compare([Sample(Home, Verdict.Fail), Sample(Tls, Verdict.Pass)], [Sample(Tls, Verdict.Pass)]).Past);
        Assert.Equal((PastFate.LeftOut, "its rule did not run"), (past.Fate, past.Why));
    }

    [Fact]
    public void Another_architecture_or_none_fixes_nothing()
    {
        var before = new[] { Sample(Home, Verdict.Fail), Sample(Tls, Verdict.Pass) };
        foreach (var detection in (Scanner.Model.Findings.Detection[])[new(["aws-eks"], Confidence.Certain, [], null), new([], Confidence.Low, [], SampleGaps.Denied)])
        {
            var now = Report(Sample(Tls, Verdict.Pass));
            now = now with { Environments = [now.Environments[0] with { Detection = detection }] };
            Assert.Equal(PastFate.OutOfSight, Assert.Single(BaselineComparer.Compare(now, Acceptances.Baseline(Report(before))).Past).Fate);
        }
    }

    [Fact]
    public void Where_this_check_did_not_look_nothing_is_fixed()
    {
        var before = Report(Sample(Home, Verdict.Fail));
        before = before with { Environments = [before.Environments[0] with { Scopes = ["aws/1/eu-west-1", "aws/1/us-east-1"] }] };
        var now = Report(Sample(Home, Verdict.Pass));
        now = now with { Environments = [now.Environments[0] with { Scopes = ["aws/1/eu-west-1"] }] };
        var past = Assert.Single(BaselineComparer.Compare(now, Acceptances.Baseline(before)).Past);
        Assert.Equal((PastFate.OutOfSight, "aws/1/us-east-1 was not looked at"), (past.Fate, past.Why));
    }

    [Fact]
    public void An_environment_that_is_not_there_is_not_fixed()
    {
        var two = SampleReports.TwoEnvironments();
        var gone = BaselineComparer.Compare(two with { Environments = [two.Environments[0]] }, Acceptances.Baseline(two));
        Assert.Equal(two.Environments[1].Findings.Count(f => f.Verdict is Verdict.Fail), gone.Past.Count());
        Assert.All(gone.Past, p => Assert.False(p.IsFixed));
        Assert.Equal("research", gone.Baseline!.Elsewhere[0].Environment);
    }

    /// <summary>Two clusters of one name in two regions: what fails in one is no excuse for the other.</summary>
    [Fact]
    public void A_cluster_of_the_same_name_elsewhere_is_another_one()
    {
        ScanReport In(string region, Verdict verdict) => Report(Sample(Home, verdict)) is var report ? report with { Environments = [report.Environments[0] with { Id = $"parallelcluster://1/{region}/pwb", Key = "parallelcluster/pwb" }] } : report;
        var other = BaselineComparer.Compare(In("eu-west-1", Verdict.Fail), Acceptances.Baseline(In("us-east-1", Verdict.Fail)));
        Assert.Equal(BaselineState.New, other.Findings.Single().Standing!.State);
        Assert.False(Assert.Single(other.Past).IsFixed);
        Assert.Equal(BaselineState.Unchanged, BaselineComparer.Compare(In("eu-west-1", Verdict.Fail), Acceptances.Baseline(In("eu-west-1", Verdict.Fail))).Findings.Single().Standing!.State);
    }

    /// <summary>Hiding any property, or the listing of any kind, of a scan that is compared to its own baseline: nothing is fixed by that.</summary>
    [Theory, InlineData("aws-parallelcluster-drifted"), InlineData("aws-parallelcluster-old"), InlineData("aws-eks-drifted")]
    public void Hiding_anything_never_fixes(string scan)
    {
        var (snapshot, merged) = (Acceptances.Recorded(scan), new MergedResources());
        var baseline = Acceptances.Baseline(Acceptances.Check(snapshot, merged));
        var (tried, lost) = (0, 0);
        foreach (var hidden in Hidden(snapshot))
        {
            var compared = BaselineComparer.Compare(Acceptances.Check(hidden.Snapshot, merged), baseline);
            Assert.True(!compared.Past.Any(p => p.IsFixed), $"without {hidden.What}: {string.Join(", ", compared.Past.Where(p => p.IsFixed).Select(p => $"{p.Finding.Rule.Id} {p.Finding.SubjectKey} {p.Why}"))}");
            (tried, lost) = (tried + 1, lost + (compared.Past.Any() ? 1 : 0));
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{scan}: {tried} hidden, {lost} cost sight of a failure");
        Assert.InRange(lost, 5, tried);
    }

    private static IEnumerable<(string What, Snapshot Snapshot)> Hidden(Snapshot snapshot)
    {
        Gap Denied(string scope, string kind, string what) => new(scope, kind, what, GapCause.Denied, "no", new(RemedyKind.Permission, what));
        foreach (var (kind, name) in snapshot.Observations.SelectMany(o => o.Properties.Select(p => (o.Kind, p.Name))).Distinct().Order())
            yield return ($"{kind}.{name}", snapshot with { Observations = [.. snapshot.Observations.Select(o => o.Kind != kind ? o : o with { Properties = [.. o.Properties.Select(p => p.Name != name ? p : p with { Value = default, Gap = Denied(o.Evidence.Scope, kind, name) })] })] });
        foreach (var listing in snapshot.Coverage.Select(c => (c.Scope, c.Action)).Distinct().Order())
            yield return ($"{listing.Action} in {listing.Scope}", snapshot with
            {
                Observations = [.. snapshot.Observations.Where(o => (o.Evidence.Scope, o.Evidence.Action) != listing)],
                Coverage = [.. snapshot.Coverage.Select(c => (c.Scope, c.Action) != listing ? c : c with { Gap = Denied(c.Scope, c.Kind, c.Action) })],
            });
    }

    private static ScanReport Compare(Finding[] before, Finding[] now) => BaselineComparer.Compare(Report(now), Acceptances.Baseline(Report(before)));

    private static ScanReport Report(params Finding[] findings) => SampleReports.Mixed() with { Environments = [SampleReports.Environment("research", findings)] };

    private static Finding Sample(RuleDescription rule, Verdict verdict) => SampleReports.Finding(rule, verdict) with { Gap = verdict is Verdict.Unknown ? SampleGaps.Denied : null };

    private static Finding Hop(string group, Verdict verdict) => Sample(Sticky, verdict) with { SubjectKind = "EntryHop", SubjectId = group, SubjectKey = $"alb/{group}", SubjectLabel = group };

    private static IEnumerable<string> Names(IEnumerable<Finding> findings) => findings.Select(f => $"{f.Rule.Id} {f.SubjectKey}").Order(StringComparer.Ordinal);
}
