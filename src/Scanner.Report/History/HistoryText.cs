using System.Globalization;
using Scanner.Model;
using Scanner.Model.History;
using Scanner.Report.Text;

namespace Scanner.Report.History;

/// <summary>A history for people: counts by check, what fails and since when, what is out of sight, what was fixed, and each rule's trend.</summary>
internal sealed class HistoryText(HistoryReport history, TextCanvas canvas, ReportOptions options)
{
    private const int MostChecks = 12;
    private const int MostEnded = 8;

    public static void Write(HistoryReport history, TextWriter writer, ReportOptions options) => new HistoryText(history, new(writer, options), options).Write();

    private void Write()
    {
        canvas.Line($"History in {history.Store}: {Words.Count(history.Checks.Count, "check")}{(history.Checks.Count == 0 ? "" : $", {Day(history.Checks[0])} to {Day(history.Checks[^1])} UTC")}", Ink.Strong);
        foreach (var damaged in history.Damaged) canvas.Line($"DAMAGED {damaged.File}", Ink.Bad, $": {damaged.Problem}");
        foreach (var environment in history.Environments) Write(environment);
    }

    private void Write(EnvironmentTrend trend)
    {
        canvas.Line(trend.Latest.Label, Ink.Strong, $"  {trend.Latest.Id}", Ink.Faint);
        Steps(trend);
        new FailureStoryLines(canvas, options).Write([.. trend.Present]);
        Ended("NO LONGER SEEN", Ink.Doubtful, ", so none of it counts as fixed", "?", trend.Failures.Where(f => f.State is FailureState.NoLongerSeen),
            f => $"failed until {Day(f.LastSeen)}, then {f.Why}");
        Ended("FIXED", Ink.Good, "", "✓", trend.Failures.Where(f => f.State is FailureState.Fixed), f => $"failed from {Day(f.First)} to {Day(f.LastSeen)}, then {f.Why}");
        RuleTrendLines.Write(trend, history.Rule, canvas, options);
    }

    private void Steps(EnvironmentTrend trend)
    {
        var left = options.Verbose ? 0 : Math.Max(0, trend.Steps.Count - MostChecks);
        if (left > 0) canvas.Line($"  {Words.Count(left, "earlier check")} (--verbose shows them)", Ink.Faint);
        foreach (var step in trend.Steps.Skip(left)) canvas.Line($"  {Day(step.Check)}  {(step.Environment is null ? "not found" : history.Rule is { } rule && !step.Environment.Rules.Contains(rule) ? $"{rule} did not run" : Counts(step))}{Events(step)}");
    }

    private string Counts(TrendStep step) => string.Create(CultureInfo.InvariantCulture,
        $"{step.Count(Verdict.Pass, history.Rule),4} pass  {step.Count(Verdict.Fail, history.Rule),3} fail  {step.Count(Verdict.Unknown, history.Rule),3} unknown");

    private string Events(TrendStep step) => history.Rule is not null || step is { New: 0, Fixed: 0, Lost: 0 } ? ""
        : "  · " + string.Join(", ", new[] { (step.New, "new"), (step.Fixed, "fixed"), (step.Lost, "no longer seen") }.Where(e => e.Item1 > 0).Select(e => $"{e.Item1} {e.Item2}"));

    private void Ended(string title, Ink ink, string rest, string mark, IEnumerable<FailureStory> failures, Func<FailureStory, string> fate)
    {
        var ended = failures.OrderByDescending(f => f.LastSeen.At).ToList();
        if (ended.Count == 0) return;
        canvas.Line(title, ink, rest);
        foreach (var failure in ended.Take(options.Verbose ? ended.Count : MostEnded)) canvas.Line($"{mark} {failure.Finding.Rule.Id} of {failure.Finding.SubjectLabel}: {fate(failure)}", indent: 4);
        if (!options.Verbose && ended.Count > MostEnded) canvas.Line($"  and {ended.Count - MostEnded} more (--verbose shows them)", Ink.Faint);
    }

    public static string Day(PastCheck check) => check.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
