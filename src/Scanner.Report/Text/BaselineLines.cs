using System.Globalization;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What is new and what is fixed since a baseline, and what of it could not be evaluated again.</summary>
internal sealed class BaselineLines(ScanReport report, TextCanvas canvas, ReportOptions options)
{
    private const int Most = 8;

    public void Counts(EnvironmentReport environment)
    {
        if (CountsOf(report, environment) is { } counts) canvas.Line(counts);
    }

    /// <summary>How many failures are new, and what became of the others; null where there is no baseline.</summary>
    public static string? CountsOf(ScanReport report, EnvironmentReport environment)
    {
        if (report.Baseline is not { Baseline: var baseline }) return null;
        var failures = environment.Findings.Where(f => f.Verdict is Verdict.Fail).ToList();
        int Are(BaselineState state) => failures.Count(f => f.Standing?.State == state);
        int Fixed(bool isFixed) => environment.Past.Count(p => p.IsFixed == isFixed);
        var day = baseline.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return environment.Before is not null
            ? $"Since {baseline.File} of {day} UTC: {Are(BaselineState.New)} new, {Are(BaselineState.Unchanged)} unchanged, {Are(BaselineState.Updated)} updated, {Fixed(true)} fixed, {Fixed(false)} not re-evaluated"
            : $"{baseline.File} of {day} UTC has nothing of this environment: all that fails is new";
    }

    public void Past(EnvironmentReport environment)
    {
        Write("FIXED", Ink.Good, " since the baseline", [.. environment.Past.Where(p => p.IsFixed)], "✓");
        Write("NOT RE-EVALUATED", Ink.Doubtful, ", so none of it counts as fixed", [.. environment.Past.Where(p => !p.IsFixed)], "?");
    }

    public void Elsewhere()
    {
        foreach (var environment in (report.Baseline?.Elsewhere ?? []).GroupBy(e => e.Environment, StringComparer.Ordinal))
            Write($"NOT RE-EVALUATED in {environment.Key}", Ink.Doubtful, ", so none of it counts as fixed", [.. environment.Select(e => e.Failure)], "?");
    }

    /// <summary>By what is said of them: many have one reason.</summary>
    private void Write(string title, Ink ink, string rest, IReadOnlyList<PastFailure> failures, string mark)
    {
        if (failures.Count == 0) return;
        canvas.Line(title, ink, rest);
        var reasons = failures.GroupBy(f => f.Why, StringComparer.Ordinal).ToList();
        foreach (var reason in reasons.Take(options.Verbose ? reasons.Count : Most))
            canvas.Line($"{mark} {Words.Some([.. reason.Select(f => $"{f.Finding.Rule.Id} of {f.Finding.SubjectLabel}")], options.Verbose ? int.MaxValue : Most)}: {reason.Key}", indent: 4);
        if (!options.Verbose && reasons.Count > Most) canvas.Line($"  and {reasons.Count - Most} more (--verbose shows them)", Ink.Faint);
    }
}
