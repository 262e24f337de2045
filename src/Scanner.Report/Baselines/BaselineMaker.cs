using Scanner.Model;
using Scanner.Report.Json;

namespace Scanner.Report.Baselines;

/// <summary>Makes a baseline of a report: what is kept of it, in the report's order.</summary>
internal static class BaselineMaker
{
    public const string Schema = "scanner.baseline/1.1";

    public static BaselineDocument Of(ReportDocument report) => new(Schema, report.Tool, report.StartedAt, [.. report.Environments.Select(Of)])
    {
        Looked = [.. report.Targets.SelectMany(t => t.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static BaselineEnvironmentDocument Of(EnvironmentDocument environment) => new(environment.Id, environment.Key, environment.Label, environment.Run)
    {
        Scopes = environment.Scopes,
        Architectures = environment.Detection.Architectures,
        Undecided = environment.Detection.Undecided,
        Rules = [.. environment.Rules.Select(r => r.Id)],
        Failing = [.. environment.Rules.Where(r => environment.Findings.Any(f => f.Rule == r.Id && f.Verdict is Verdict.Fail)).Select(Of)],
        Verdicts = [.. environment.Findings.Select(Of)],
    };

    private static BaselineRuleDocument Of(RuleDocument rule) =>
        new(rule.Id, rule.Name, rule.Architecture, rule.Path, rule.Title, rule.Level, rule.Severity, rule.Basis, rule.SecuritySeverity, rule.Source, rule.Why, rule.Fix);

    private static BaselineVerdictDocument Of(FindingDocument finding) => new(finding.Rule, finding.Verdict, finding.Subject, finding.Fingerprint)
    {
        Failure = finding.Verdict is not Verdict.Fail ? null : new(finding.Severity, finding.Message, finding.Fix,
            finding.Location is { } at ? new(at.File, at.Line, at.Column, at.EndColumn) : null, finding.Facts),
        Gap = finding.Verdict is Verdict.Unknown ? finding.Gap : null,
    };
}
