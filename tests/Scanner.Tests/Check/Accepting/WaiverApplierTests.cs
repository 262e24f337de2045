using Scanner.Check.Accepting;
using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Tests.Report;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Check.Accepting;

public sealed class WaiverApplierTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly FailureFacts s_facts = new([new("FileSystem", "fs", "type", "0123456789abcdef")]);

    [Fact]
    public void A_waived_failure_stays_one_and_does_not_count()
    {
        var report = Apply([Sample(Home, Verdict.Fail), Sample(Tls, Verdict.Pass)], For(Home) with { Key = "rese*" });
        Assert.Equal(WaiverState.Applied, report.Waivers!.Single().State);
        Assert.Equal(Verdict.Fail, report.Findings.First().Verdict);
        Assert.False(report.Findings.First().Fails);
        Assert.Empty(report.Notifications);
        Assert.Equal(ExitCode.Compliant, ExitCode.Of(report, allowIncomplete: true));
        Assert.Equal(ExitCode.Findings, ExitCode.Of(Apply([Sample(Home, Verdict.Fail)], For(Tls)), allowIncomplete: true));
    }

    [Theory, InlineData(-1, true), InlineData(0, false), InlineData(1, false)]
    public void On_the_day_it_expires_it_holds_no_more(int later, bool holds)
    {
        var report = Report(Sample(Home, Verdict.Fail));
        var applied = new WaiverApplier([For(Home)], For(Home).Expires.AddTicks(later)).Apply(report);
        Assert.Equal(holds ? WaiverState.Applied : WaiverState.Expired, applied.Waivers!.Single().State);
        Assert.Equal(!holds, applied.Findings.Single().Fails);
        Assert.Equal(holds ? [] : ["SCN-030"], applied.Notifications.Select(n => n.Id));
    }

    [Fact]
    public void Other_facts_end_it_and_are_told()
    {
        var given = For(Home) with { FactsHash = new string('0', 32), Facts = new Dictionary<string, string> { ["type of FileSystem fs"] = "fedcba9876543210" } };
        var report = Apply([Sample(Home, Verdict.Fail) with { Facts = s_facts }], given);
        Assert.Equal((WaiverState.Outdated, "type of FileSystem fs changed"), (report.Waivers!.Single().State, report.Waivers!.Single().Why));
        Assert.True(report.Findings.Single().Fails);
        Assert.Equal("SCN-031", Assert.Single(report.Notifications).Id);
        var untold = Apply([Sample(Home, Verdict.Fail) with { Facts = s_facts }], given with { Facts = new Dictionary<string, string>() });
        Assert.Equal("one or more of these facts changed: type of FileSystem fs", untold.Waivers!.Single().Why);
    }

    [Fact]
    public void The_same_facts_keep_it() =>
        Assert.Equal(WaiverState.Applied, Apply([Sample(Home, Verdict.Fail) with { Facts = s_facts }], For(Home) with { FactsHash = s_facts.Hash }).Waivers!.Single().State);

    [Fact]
    public void One_of_no_use_is_told_only_where_its_rule_was_evaluated()
    {
        Assert.Equal(WaiverState.Unused, State([Sample(Home, Verdict.Pass)], For(Home)));
        Assert.Equal(WaiverState.Unused, State([Sample(Home, Verdict.NotApplicable)], For(Home)));
        Assert.Equal(WaiverState.NotEvaluated, State([Sample(Home, Verdict.Unknown)], For(Home)));
        Assert.Equal(WaiverState.NotEvaluated, State([Sample(Tls, Verdict.Pass)], For(Home)));
        Assert.Equal(WaiverState.NotEvaluated, State([Sample(Home, Verdict.Pass)], For(Home) with { Environment = "elsewhere" }));
        Assert.Equal(WaiverState.Unused, State([Sample(Home, Verdict.Pass)], For(Home) with { Key = "gone" }));
    }

    [Fact]
    public void What_could_not_be_listed_may_be_what_it_is_for()
    {
        var hop = Sample(Sticky, Verdict.Pass) with { SubjectKind = "EntryHop", SubjectKey = "tg-1" };
        Assert.Equal(WaiverState.Unused, State([hop], For(Sticky) with { Key = "tg-1" }));
        Assert.Equal(WaiverState.NotEvaluated, State([hop, Sample(Sticky, Verdict.Unknown)], For(Sticky) with { Key = "tg-2" }));
        Assert.Equal(WaiverState.Unused, State([hop, hop with { Verdict = Verdict.Unknown, SubjectKey = "tg-3" }], For(Sticky) with { Key = "tg-1" }));
        Assert.Equal(WaiverState.NotEvaluated, new WaiverApplier([For(Home)], s_now).Apply(Report(Sample(Home, Verdict.Pass)) with { Unlisted = SampleGaps.Unlisted }).Waivers!.Single().State);
    }

    [Fact]
    public void Of_two_the_one_that_lasts_longest_covers_and_the_other_is_of_no_use()
    {
        var report = Apply([Sample(Home, Verdict.Fail)], For(Home), For(Home) with { Expires = s_now.AddYears(2), Owner = "later" });
        Assert.Equal([WaiverState.Unused, WaiverState.Applied], report.Waivers!.Select(w => w.State));
        Assert.Equal("later", report.Findings.Single().Waiver!.Owner);
    }

    [Fact]
    public void What_a_pattern_covers_only_in_part_is_told()
    {
        var (same, other) = (Sample(Home, Verdict.Fail) with { Facts = s_facts }, Sample(Home, Verdict.Fail) with { SubjectKey = "b", SubjectLabel = "b", Facts = new FailureFacts([]) });
        var report = Apply([same, other], For(Home) with { FactsHash = s_facts.Hash });
        Assert.Equal([false, true], report.Findings.Select(f => f.Fails));
        Assert.Equal("SCN-031", Assert.Single(report.Notifications).Id);
    }

    [Theory, InlineData("arn:aws:cloudformation:*", true), InlineData("parallelcluster/pwb", true), InlineData("parallelcluster://1/eu-west-1/pwb", true), InlineData("parallelcluster://1/us-east-1/*", false)]
    public void It_names_the_environment_by_id_or_key(string environment, bool covers)
    {
        var report = Report(Sample(Home, Verdict.Fail));
        if (!environment.StartsWith("arn:", StringComparison.Ordinal)) report = report with { Environments = [report.Environments[0] with { Id = "parallelcluster://1/eu-west-1/pwb", Key = "parallelcluster/pwb" }] };
        Assert.Equal(covers, !new WaiverApplier([For(Home) with { Environment = environment }], s_now).Apply(report).Findings.Single().Fails);
    }

    private static WaiverState State(Finding[] findings, Waiver waiver)
    {
        var report = Apply(findings, waiver);
        var state = report.Waivers!.Single().State;
        Assert.Equal(state is WaiverState.Unused ? ["SCN-032"] : [], report.Notifications.Select(n => n.Id));
        Assert.Equal(findings.Select(f => f.Verdict), report.Findings.Select(f => f.Verdict));
        return state;
    }

    private static ScanReport Apply(Finding[] findings, params Waiver[] waivers) => new WaiverApplier(waivers, s_now).Apply(Report(findings));

    private static ScanReport Report(params Finding[] findings) => SampleReports.Mixed() with { Environments = [SampleReports.Environment("research", findings)] };

    private static Finding Sample(RuleDescription rule, Verdict verdict) => SampleReports.Finding(rule, verdict) with { Gap = verdict is Verdict.Unknown ? SampleGaps.Unset : null };

    private static Waiver For(RuleDescription rule) => new(rule.Id, "*", "accepted", "Jane", s_now.AddYears(1), new("waivers.yaml", 3, 5, 6, ""));
}
