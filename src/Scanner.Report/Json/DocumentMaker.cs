using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Sarif;

namespace Scanner.Report.Json;

/// <summary>Makes the JSON document of a sorted report.</summary>
internal sealed class DocumentMaker(ScanReport report, ReportOptions options)
{
    private readonly Categories _categories = new(options);

    private readonly Dictionary<object, Fingerprint> _fingerprints = report.Environments.SelectMany(e => Fingerprint.Each(e.Findings))
        .ToDictionary(f => (object)f.Finding, f => f.Fingerprint, ReferenceEqualityComparer.Instance);

    public const string Schema = "scanner.report/1.2";

    public ReportDocument Make()
    {
        var (snapshot, header) = (report.Snapshot, report.Snapshot.Header);
        return new(Schema, header.Tool, header.StartedAt, header.EndedAt, header.Calls, snapshot.File.Length == 0 ? null : snapshot.File)
        {
            ExitCode = report.ExitCode,
            FailOn = report.FailOn,
            Complete = report.Refused.Count == 0,
            Parameters = new SortedDictionary<string, string>(header.Parameters.Entries.ToDictionary(), StringComparer.Ordinal),
            Targets = [.. Origin.Targets(snapshot).Select(Of)],
            Scopes = [.. ScopeSummary.All(snapshot).Select(Of)],
            Environments = [.. report.Environments.Select(Of)],
            Unlisted = Of(report.Unlisted),
            Declared = report.Declared is { } drift ? DeclaredDocuments.Of(drift) : null,
            Gaps = [.. snapshot.Gaps.Select(g => Of(g)!)],
            Coverage =
            [
                .. snapshot.Coverage.OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Scope, StringComparer.Ordinal)
                    .ThenBy(c => c.Action, StringComparer.Ordinal).Select(c => new CoverageDocument(c.Kind, c.Scope, c.Action, Of(c.Gap))),
            ],
            Notifications = [.. report.Notifications.Select(n => new NotificationDocument(n.Id, n.IsError, n.Text, n.Rule))],
            FailNewOnly = report.FailsOnNewOnly,
            Baseline = AcceptingDocuments.Of(report.Baseline),
            Waivers = AcceptingDocuments.Of(report.Waivers, _fingerprints),
        };
    }

    private static TargetDocument Of(ScanTarget target) =>
        new(target.Name, [.. target.Scopes.Order(StringComparer.Ordinal)], target.Identity, Of(target.Location));

    private static ScopeDocument Of(ScopeSummary scope) => new(scope.Name, scope.Ledger?.Identity, scope.Ledger?.Calls, scope.Ledger?.Kept,
        new SortedDictionary<string, int>((scope.Ledger?.LeftOut.AsEnumerable() ?? []).ToDictionary(l => l.Kind, l => l.Count), StringComparer.Ordinal), new(scope.Complete, scope.Refused, scope.NotAsked));

    private EnvironmentDocument Of(EnvironmentReport environment)
    {
        var origin = Origin.Of(report.Snapshot, environment);
        var outcomes = RuleOutcome.Of(environment);
        var (detection, findings) = (environment.Detection, environment.Findings.Select(f => (Finding: f, Fingerprint: _fingerprints[f])).ToList());
        return new(environment.Id, environment.Key, environment.Label, environment.Title, origin.Target?.Name, origin.Plane(options))
        {
            Scopes = [.. environment.Scopes],
            Run = Categories.Run(_categories.Of(environment, origin), report.Snapshot.Header.StartedAt),
            Past = [.. environment.Past.Select(AcceptingDocuments.Of)],
            Detection = new([.. detection.Architectures], detection.Confidence, [.. detection.Signals], Of(detection.Undecided)),
            Counts = Count(outcomes),
            Rules = [.. outcomes.Select(Of)],
            Findings = [.. findings.Select(f => FindingDocuments.Of(f.Finding, f.Fingerprint))],
            Causes = [.. environment.Causes.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => Of(c, findings))],
        };
    }

    private static CauseDocument Of(Cause cause, List<(Finding Finding, Fingerprint Fingerprint)> findings) => new(Fingerprint.Of("cause", cause.Kind, cause.Resource, cause.Property).Whole[..16],
        cause.Kind, cause.Resource, cause.Label, cause.Property, cause.Value, cause.IsLack, FindingDocuments.Of(cause.Evidence),
        [.. findings.Where(f => cause.Findings.Contains(f.Finding, ReferenceEqualityComparer.Instance)).Select(f => f.Fingerprint.Whole)]);

    private static CountsDocument Count(IReadOnlyList<RuleOutcome> outcomes)
    {
        int Of(Verdict verdict) => outcomes.Count(o => o.Is(verdict));
        int Weighing(Severity severity) => outcomes.Count(o => o.Severity == severity);
        return new(outcomes.Count, Of(Verdict.Pass), Of(Verdict.Fail), Of(Verdict.Unknown), Of(Verdict.NotApplicable),
            Weighing(Severity.Error), Weighing(Severity.Warning), Weighing(Severity.Note), outcomes.Count(o => o.IsWaived));
    }

    private static RuleDocument Of(RuleOutcome outcome)
    {
        var (description, rule) = (outcome.Rule, outcome.Rule.Rule);
        return new(description.Id, description.Name, description.Architecture, description.Path, rule.Title, outcome.Verdict)
        {
            Waived = outcome.IsWaived, Level = rule.Level, Severity = description.Severity, SecuritySeverity = rule.SecuritySeverity, Basis = rule.Basis,
            Source = rule.Source, Why = rule.Why, Fix = rule.Fix, Supersedes = [.. rule.Supersedes],
        };
    }

    private static GapDocument? Of(Gap? gap) => FindingDocuments.Of(gap);

    private static PlaceDocument? Of(SourceLocation? location) => FindingDocuments.Of(location);
}
