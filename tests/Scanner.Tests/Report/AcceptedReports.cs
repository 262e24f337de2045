using Scanner.Check.Accepting;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Baselines;
using static Scanner.Tests.Report.SampleRules;

namespace Scanner.Tests.Report;

/// <summary>A report that is compared to a baseline, and of which some failures are waived.</summary>
internal static class AcceptedReports
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Everything that may have become of failures, and of waivers.</summary>
    public static ScanReport Accepted()
    {
        var compared = BaselineComparer.Compare(Now(), Baseline()) with { FailsOnNewOnly = true };
        return new WaiverApplier(
        [
            Waiver(Tls, s_now.AddMonths(2), 3) with { Ticket = "OPS-12", FactsHash = Now().Findings.Single(f => f.Rule == Tls).Facts!.Hash },
            Waiver(Efa, s_now.AddDays(-1), 9), Waiver(Dual, s_now.AddMonths(1), 15) with { FactsHash = new('0', 32) }, Waiver(Home, s_now.AddMonths(1), 21), Waiver(MySql, s_now.AddMonths(1), 27),
        ], s_now).Apply(compared);
    }

    private static ScanReport Now() => SampleReports.TwoEnvironments() is var two ? two with { Environments = [.. two.Environments.Select(e => e with { Findings = [.. e.Findings.Select(f => f.Verdict is Verdict.Fail ? f with { Facts = Facts(f, "0123456789abcdef") } : f)] })] } : two;

    /// <summary>Then homes and PostgreSQL failed as well, and a rule that does not run now; tg-2 was sound, and the reason of EFA's failure another.</summary>
    private static Baseline Baseline()
    {
        var (now, past) = (Now(), Of("PCL-040", "no-longer-run", "Something that is not asked now", Severity.Error));
        IEnumerable<Finding> Then(EnvironmentReport e) => e.Label != "research" ? e.Findings : e.Findings.Select(f =>
            f.Rule == Home || f.Rule == Postgres ? Failed(f, f.Rule == Home ? "homes are on EFS" : "there is no PostgreSQL")
            : f.SubjectId == "arn:tg-2" ? f with { Verdict = Verdict.Pass } : f.Rule == Efa ? f with { Facts = Facts(f, "fedcba9876543210") } : f)
            .Append(Failed(SampleReports.Finding(past, Verdict.Fail), "it was {odd}"));
        var gone = SampleReports.Environment("gone", [Failed(SampleReports.Finding(Home, Verdict.Fail), "homes are on EFS")], "arn:gone") with { Key = "gone" };
        var then = now with { Environments = [.. now.Environments.Select(e => e with { Findings = [.. Then(e)], Rules = [.. e.Rules, .. e.Label == "research" ? [past] : Array.Empty<RuleDescription>()] }), gone] };
        using var written = new MemoryStream();
        BaselineFile.Write(then, written, ReportFiles.Options);
        return BaselineFile.Read(written.ToArray(), "baseline.json");
    }

    private static Finding Failed(Finding finding, string message) => finding with { Verdict = Verdict.Fail, Message = message, Gap = null, Gaps = [], Readings = [], Facts = Facts(finding, "0123456789abcdef") };

    private static FailureFacts Facts(Finding finding, string hash) => new([new(finding.SubjectKind, finding.SubjectKey, "property", hash)]);

    private static Waiver Waiver(RuleDescription rule, DateTimeOffset expires, int line) => new(rule.Id, "*", "sessions are \"short\" [for now](x)", "Jane Doe", expires, new("ops/waivers.yaml", line, 5, 6, ""));
}
