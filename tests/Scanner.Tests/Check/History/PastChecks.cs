using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.History;
using Scanner.Tests.Check.Accepting;
using Scanner.Tests.Report;

namespace Scanner.Tests.Check.History;

/// <summary>Checks on days one after the other, as a history gives them back.</summary>
internal static class PastChecks
{
    private static readonly DateTimeOffset s_first = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static PastCheck On(int day, params Finding[] findings) => Of(day, SampleReports.Mixed() with { Environments = [SampleReports.Environment("research", findings)] });

    /// <summary>A check that looked where the others did, and found nothing.</summary>
    public static PastCheck Empty(int day) => Of(day, SampleReports.Mixed() with { Environments = [] });

    public static PastCheck Of(int day, ScanReport report)
    {
        var baseline = Acceptances.Baseline(report);
        // an environment of the samples has no scopes of its own
        var environments = baseline.Environments.Select(e => e with { Scopes = e.Scopes.Count > 0 ? e.Scopes : baseline.Looked }).ToList();
        return new($"day-{day:00}", $"day-{day:00}.jsonl.gz", baseline with { StartedAt = s_first.AddDays(day), Environments = environments });
    }

    public static Finding Sample(RuleDescription rule, Verdict verdict) => SampleReports.Finding(rule, verdict) with { Gap = verdict is Verdict.Unknown ? SampleGaps.Denied : null };
}
