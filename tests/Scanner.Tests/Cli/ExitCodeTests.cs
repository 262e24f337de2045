using Scanner.Cli;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Cli;

/// <summary>The first that applies: nothing decided because of gaps (3), nothing to check (4), findings (1), incomplete (3), compliant (0).</summary>
public sealed class ExitCodeTests
{
    private static readonly Gap s_denied = new("aws/1/r", "Vpc", "ec2:DescribeVpcs", GapCause.Denied, "no", new(RemedyKind.Permission, "ec2:DescribeVpcs"));
    private static readonly Gap s_unset = new("", "", "x", GapCause.Unset, "", new(RemedyKind.Parameter, "x"));

    [Theory]
    [InlineData(0, new[] { Verdict.Pass }, false)]
    [InlineData(0, new[] { Verdict.Pass, Verdict.Unknown }, false)]
    [InlineData(1, new[] { Verdict.Pass, Verdict.Fail }, false)]
    [InlineData(1, new[] { Verdict.Fail }, true)]
    [InlineData(3, new[] { Verdict.Pass, Verdict.Unknown }, true)]
    [InlineData(3, new[] { Verdict.Unknown }, true)]
    [InlineData(3, new[] { Verdict.Unknown }, false)]
    [InlineData(3, new Verdict[0], true)]
    [InlineData(4, new Verdict[0], false)]
    [InlineData(4, new[] { Verdict.NotApplicable }, false)]
    public void Is_the_first_that_applies(int expected, Verdict[] verdicts, bool refused) =>
        Assert.Equal(expected, ExitCode.Of(Report(verdicts, refused), allowIncomplete: false));

    [Theory]
    [InlineData(0, new[] { Verdict.Pass }, true)]
    [InlineData(3, new Verdict[0], true)]
    [InlineData(1, new[] { Verdict.Fail }, true)]
    public void Allowing_incompleteness_never_makes_nothing_decided_compliant(int expected, Verdict[] verdicts, bool refused) =>
        Assert.Equal(expected, ExitCode.Of(Report(verdicts, refused), allowIncomplete: true));

    [Theory]
    [InlineData(3, new[] { Verdict.Pass, Verdict.Unknown })]
    [InlineData(3, new[] { Verdict.NotApplicable, Verdict.Unknown })]
    [InlineData(1, new[] { Verdict.Fail, Verdict.Unknown })]
    [InlineData(0, new[] { Verdict.Pass, Verdict.NotApplicable })]
    public void A_rule_that_passes_for_one_subject_and_is_unknown_for_another_has_decided_nothing(int expected, Verdict[] verdicts)
    {
        Assert.Equal(expected, ExitCode.Of(Report(verdicts, refused: false, isOneRule: true), allowIncomplete: false));
        Assert.Equal(expected, ExitCode.Of(Report(verdicts, refused: false, isOneRule: true), allowIncomplete: true));
    }

    [Fact]
    public void A_rule_that_crashed_makes_the_scan_incomplete() =>
        Assert.Equal(3, ExitCode.Of(Report([Verdict.Pass], false) with { Notifications = [new("SCN-101", true, "x", "T-001")] }, allowIncomplete: false));

    [Theory]
    [InlineData(Severity.Error, 0)]
    [InlineData(Severity.Warning, 1)]
    [InlineData(Severity.Note, 1)]
    [InlineData(null, 0)]
    public void A_failure_counts_from_the_threshold_on(Severity? failOn, int expected) =>
        Assert.Equal(expected, ExitCode.Of(Report([Verdict.Fail], false, Severity.Warning) with { FailOn = failOn }, allowIncomplete: false));

    [Theory, InlineData(GapCause.Unsupported, 3), InlineData(GapCause.NotAsked, 3), InlineData(GapCause.Hidden, 0)]
    public void A_rule_that_could_not_be_decided_for_want_of_an_answer_makes_the_scan_incomplete(GapCause cause, int expected)
    {
        var gap = new Gap("aws/1/r", "Vpc", "ec2:DescribeVpcs", cause, "x", new(RemedyKind.Flag, "x"));
        var report = Report([Verdict.Pass, Verdict.Unknown], false);
        var environment = report.Environments[0] with { Findings = [.. report.Findings.Select(f => f.Gap is null ? f : f with { Gap = gap })] };
        report = report with { Environments = [environment], Snapshot = report.Snapshot with { Coverage = [new("Vpc", "aws/1/r", "ec2:DescribeVpcs", gap)] } };
        Assert.Equal(expected, ExitCode.Of(report, allowIncomplete: false));
        Assert.Equal(0, ExitCode.Of(report, allowIncomplete: true));
    }

    [Theory]
    [InlineData("aws/declared/prod", GapCause.NotAsked, 0)]
    [InlineData("aws/declared/prod", GapCause.Failed, 3)]
    [InlineData("aws/1/r", GapCause.NotAsked, 3)]
    public void What_files_alone_cannot_tell_of_is_no_failure_of_the_scan(string scope, GapCause cause, int expected) => Assert.Equal(expected, ExitCode.Of(
        Report([Verdict.Pass, Verdict.Unknown], false) with { Unlisted = new Gap(scope, "Cluster", "Terraform", cause, "x", new(RemedyKind.Flag, "--aws-region REGION")) }, allowIncomplete: false));

    private static ScanReport Report(Verdict[] verdicts, bool refused, Severity severity = Severity.Error, bool isOneRule = false)
    {
        var rules = verdicts.Select((_, i) => Rule(isOneRule ? "T-001" : $"T-00{i + 1}", severity)).ToList();
        var findings = verdicts.Zip(rules, (v, rule) => new Finding(rule, v, "Vpc", "v", "v", "v") { Severity = severity, Fix = "f", Gap = v is Verdict.Unknown ? s_unset : null }).ToList();
        var header = new Header(Header.CurrentSchema, "t", default, default, []);
        var snapshot = new Snapshot(header, [], refused ? [new("Vpc", "aws/1/r", "ec2:DescribeVpcs", s_denied)] : []);
        EnvironmentReport[] environments = verdicts.Length == 0 ? [] : [new("c", "c", "c", new(["x"], Confidence.Certain, [], null), [.. rules.DistinctBy(r => r.Id)], findings)];
        return new(snapshot, environments);
    }

    private static RuleDescription Rule(string id, Severity severity) => new(id, "t", "workbench", "t.csx",
            new Rule<Vpc> { Title = "t", Level = Level.Must, Source = "s", Why = "w", Fix = "f", Check = (_, _) => Judgement.Pass() }, severity);
}
