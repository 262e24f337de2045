using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.History;
using Scanner.Report.Json;

namespace Scanner.Report.History;

/// <summary>Makes the document of a history.</summary>
internal static class HistoryDocuments
{
    private const string Schema = "scanner.history/1.0";

    public static HistoryDocument Of(HistoryReport history) => new(Schema, history.Store, history.Rule,
        [.. history.Checks.Select(c => new PastCheckDocument(c.Name, c.At, c.Result.Tool, c.Snapshot))],
        [.. history.Damaged.Select(d => new DamagedDocument(d.File, d.Problem))],
        [.. history.Environments.Select(e => Of(e, history.Rule))]);

    private static TrendDocument Of(EnvironmentTrend trend, string? rule) => new(trend.Latest.Id, trend.Latest.Key, trend.Latest.Label,
        [.. trend.Steps.Select(s => new StepDocument(s.Check.Name, s.Environment is not null, Counts(s, null), s.New, s.Fixed, s.Lost))],
        [.. trend.Rules.Where(r => rule is null || r == rule).Select(r => new RuleTrendDocument(r, trend.TitleOf(r),
            [.. trend.Steps.Select(s => new RuleStepDocument(s.Check.Name, s.Environment?.Rules.Contains(r) is true, Counts(s, r)))]))],
        [.. trend.Failures.Select(Of)]);

    private static VerdictCounts Counts(TrendStep step, string? rule) =>
        new(step.Count(Verdict.Pass, rule), step.Count(Verdict.Fail, rule), step.Count(Verdict.Unknown, rule), step.Count(Verdict.NotApplicable, rule));

    private static StoryDocument Of(FailureStory story)
    {
        var finding = story.Finding;
        return new(finding.Rule.Id, finding.Rule.Rule.Title, finding.Severity, new(finding.SubjectKind, finding.SubjectId, finding.SubjectKey, finding.SubjectLabel),
            finding.Message is { } message ? FindingDocuments.Of(message) : null, story.State)
        {
            First = story.First.Name, LastSeen = story.LastSeen.Name, Before = story.Before?.Name, Beginning = story.Beginning, End = story.End?.Name, Why = story.Why,
            Drift = story.Drift is { } drift ? new([.. drift.Changes.Select(Of)], drift.Others, drift.Undecided, drift.Problem) : null,
        };
    }

    private static StepChangeDocument Of(Change change) => new(change.Kind, change.Resource.Kind, change.Resource.Scope, change.Resource.Key,
        change.Kind is ChangeKind.Changed ? change.PathText : null, change.Old?.Values, change.New?.Values);
}
