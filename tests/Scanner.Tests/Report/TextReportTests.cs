using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report;
using static Scanner.Tests.Report.SampleReports;

namespace Scanner.Tests.Report;

public sealed class TextReportTests
{
    [Fact]
    public void A_healthy_report_fits_on_a_screen() => Assert.InRange(Lines(Healthy()).Length, 3, 30);

    [Fact]
    public void Nothing_in_it_moves_the_cursor_or_reorders_text()
    {
        var written = Text(Hostile(ApprovedReportTests.Malice));
        Assert.All(written.EnumerateRunes(), r => Assert.True(r.Value == '\n'
            || System.Text.Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator)));
        Assert.DoesNotContain("\nFAILED  0 errors", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Contains("label\uFFFDx", Text(Hostile("\ud83dx")), StringComparison.Ordinal);

    [Fact]
    public void What_is_to_be_copied_runs_nothing() =>
        Assert.Contains("'id$(reboot)'\\''; x'", Text(Hostile("$(reboot)'; x")), StringComparison.Ordinal);

    [Fact]
    public void Colours_only_where_asked()
    {
        Assert.DoesNotContain('\e', Text(Mixed()));
        Assert.Contains("\e[31mFAILED", Text(Mixed(), new() { Colour = true }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void Lines_fit_the_terminal(int width) =>
        Assert.All(Lines(Mixed(), new() { Width = width }), l => Assert.InRange(l.EnumerateRunes().Count(), 0, width));

    [Fact]
    public void A_rule_counts_once_with_the_worst_of_its_subjects() =>
        Assert.Contains("FAILED  2 errors, 2 warnings, 1 note · 10 rules: 1 pass, 5 fail, 3 unknown, 1 not applicable", Lines(Mixed()));

    [Theory]
    [InlineData(Verdict.Pass, "COMPLIANT  ")]
    [InlineData(Verdict.Unknown, "UNDECIDED  ")]
    [InlineData(Verdict.Fail, "FAILED  ")]
    public void The_outcome_is_one_word(Verdict verdict, string word) =>
        Assert.StartsWith(word, Lines(Only(Finding(SampleRules.Home, verdict)))[2], StringComparison.Ordinal);

    [Fact]
    public void A_pass_beside_an_unknown_is_not_called_compliant_without_saying_so() =>
        Assert.StartsWith("COMPLIANT as far as it could be told  ",
            Lines(Only(Finding(SampleRules.Home, Verdict.Pass), Finding(SampleRules.Dual, Verdict.Unknown)))[2], StringComparison.Ordinal);

    [Theory]
    [InlineData(Severity.Warning, "WARNINGS  1 warning · ")]
    [InlineData(Severity.Note, "COMPLIANT but for notes  1 note · ")]
    public void What_fails_without_being_an_error_is_no_all_clear(Severity severity, string begins) =>
        Assert.StartsWith(begins, Lines(Only(Finding(SampleRules.Home, Verdict.Fail) with { Severity = severity }) with { FailOn = Severity.Error })[2], StringComparison.Ordinal);

    [Theory]
    [InlineData(Severity.Warning, "WARNINGS, and not everything could be told  1 warning · ")]
    [InlineData(Severity.Note, "COMPLIANT but for notes as far as it could be told  1 note · ")]
    public void So_it_is_beside_an_unknown(Severity severity, string begins) => Assert.StartsWith(begins,
        Lines(Only(Finding(SampleRules.Home, Verdict.Fail) with { Severity = severity }, Finding(SampleRules.Dual, Verdict.Unknown)) with { FailOn = Severity.Error })[2], StringComparison.Ordinal);

    [Fact]
    public void A_refused_call_makes_a_report_without_failures_incomplete()
    {
        var report = Mixed() with { Environments = [Environment("research", [Finding(SampleRules.Home, Verdict.Pass)])], ExitCode = 3 };
        Assert.StartsWith("INCOMPLETE  ", Lines(report)[2], StringComparison.Ordinal);
        Assert.Contains("Exit code 3: something that was asked for could not be read; --allow-incomplete accepts that", Lines(report));
    }

    [Fact]
    public void A_rule_that_ran_and_said_nothing_is_unknown()
    {
        var report = Only(Finding(SampleRules.Home, Verdict.Pass));
        var silent = report with { Environments = [report.Environments[0] with { Rules = [SampleRules.Home, SampleRules.Dual] }] };
        Assert.Contains("COMPLIANT as far as it could be told  2 rules: 1 pass, 0 fail, 1 unknown, 0 not applicable", Lines(silent));
    }

    [Fact]
    public void An_error_fails_even_where_the_exit_code_must_not() =>
        Assert.StartsWith("FAILED  ", Lines(Only(Finding(SampleRules.Home, Verdict.Fail)) with { FailOn = null })[2], StringComparison.Ordinal);

    [Fact]
    public void One_line_for_each_refused_call_however_many_rules_needed_it()
    {
        var unknown = Enumerable.Range(1, 9).Select(i => Unknown(i, SampleGaps.Denied));
        var report = Mixed() with { Environments = [Environment("research", [.. unknown])] };
        Assert.Single(Lines(report), l => l.StartsWith("  rds:DescribeDBInstances  denied", StringComparison.Ordinal));
        Assert.Contains(Lines(report), l => l.StartsWith("  9 rules   allow rds:DescribeDBInstances", StringComparison.Ordinal));
    }

    [Fact]
    public void What_decides_the_most_rules_comes_first()
    {
        var (a, b) = (SampleGaps.Unset with { Remedy = new(RemedyKind.Flag, "--a") }, SampleGaps.Unset with { Remedy = new(RemedyKind.Flag, "--b") });
        var lines = Lines(Only(Unknown(1, a), Unknown(2, b), Unknown(3, b))).Where(l => l.Contains("--", StringComparison.Ordinal)).ToList();
        Assert.Equal(["  2 rules   --b", "  1 rule    --a"], lines.Take(2).Select(l => l[..15]));
    }

    [Fact]
    public void Flags_are_one_remedy_however_the_sentence_about_them_goes()
    {
        Gap Open(string remedy) => SampleGaps.Unset with { Cause = GapCause.NotAsked, Remedy = new(RemedyKind.Flag, remedy) };
        var report = Only(Unknown(1, Open("check the live account too: --aws-region REGION")), Unknown(2, Open("scan its account too: --aws-region REGION")), Unknown(3, Open("check the live account too: --aws-region REGION")));
        Assert.Contains(Lines(report), l => l.StartsWith("  3 rules   check the live account too: --aws-region REGION  ", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(report), l => l.Contains("scan its account", StringComparison.Ordinal));
    }

    [Fact]
    public void Failures_of_one_cause_stand_together_under_it()
    {
        var (first, between, last) = (Failed("PCL-001", Severity.Error), Failed("PCL-002", Severity.Error), Failed("PCL-003", Severity.Warning));
        var cause = new Cause("FileSystem", "fs-1", "homes", "type", "\"efs\"", false, new(Plane.Live, Scope, "elasticfilesystem:DescribeFileSystems", default), [first, last]);
        var report = Healthy() with { Environments = [Environment("research", [first, between, last]) with { Causes = [cause] }] };
        var told = Lines(report).Where(l => l.StartsWith("ONE", StringComparison.Ordinal) || l.Contains(" PCL-00", StringComparison.Ordinal)).Select(l => l.Split("  X")[0].Trim());
        Assert.Equal(["ONE CAUSE of 2 failures (PCL-001, PCL-003): type of FileSystem homes is \"efs\"", "✗ PCL-001", "! PCL-003", "✗ PCL-002", "Next: scanner explain PCL-001 --in"], told.Select(l => l.StartsWith("Next", StringComparison.Ordinal) ? "Next: scanner explain PCL-001 --in" : l));
    }

    [Fact]
    public void A_cause_of_which_one_failure_is_shown_is_not_told()
    {
        var (error, note) = (Failed("PCL-001", Severity.Error), Failed("PCL-002", Severity.Note));
        var cause = new Cause("FileSystem", "fs-1", "homes", "type", "\"efs\"", false, new(Plane.Live, Scope, "elasticfilesystem:DescribeFileSystems", default), [error, note]);
        var report = Healthy() with { Environments = [Environment("research", [error, note]) with { Causes = [cause] }] };
        Assert.DoesNotContain("ONE CAUSE", Text(report), StringComparison.Ordinal);
        Assert.Contains("ONE CAUSE", Text(report, new() { Notes = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_counted_or_shown()
    {
        Assert.Contains("2 notes (--notes shows them)", Lines(Mixed()));
        Assert.DoesNotContain("EFA is off", Text(Mixed()), StringComparison.Ordinal);
        Assert.Contains("EFA is off", Text(Mixed(), new() { Notes = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_undecided_architecture_says_what_would_decide()
    {
        var gap = new Gap(Scope, "Cluster", "architecture", GapCause.Undecidable,
            "whether research hosts Workbench cannot be told", new(RemedyKind.Parameter, "architecture"));
        var environment = Environment("research", []) with { Title = "", Detection = new([], Confidence.Low, [], gap) };
        Assert.Contains("Architecture not told: whether research hosts Workbench cannot be told · what would decide: --architecture KEY",
            Lines(Healthy() with { Environments = [environment] }));
    }

    private static Finding Failed(string rule, Severity severity) => Finding(SampleRules.Of(rule, "x", "X", severity), Verdict.Fail) with { Message = "it is so" };

    private static Finding Unknown(int rule, Gap gap) =>
        Finding(SampleRules.Of($"PCL-00{rule}", "x", "X", Severity.Error), Verdict.Unknown) with { Gap = gap, Gaps = [gap] };

    private static ScanReport Only(params Finding[] findings) => Healthy() with { Environments = [Environment("research", findings)] };

    private static string Text(ScanReport report, ReportOptions? options = null) => ReportFiles.Write("text", report, options);

    private static string[] Lines(ScanReport report, ReportOptions? options = null) => Text(report, options).TrimEnd('\n').Split('\n');
}
