using Scanner.Model;
using Scanner.Model.History;
using Scanner.Report.Text;

namespace Scanner.Report.History;

/// <summary>Each rule's trend on a line: a sign for every check, the last at the right.</summary>
internal static class RuleTrendLines
{
    private const int MostSigns = 40;

    public static void Write(EnvironmentTrend trend, string? rule, TextCanvas canvas, ReportOptions options)
    {
        var steps = trend.Steps.TakeLast(MostSigns).ToList();
        var all = trend.Rules.Where(r => rule is null || r == rule).Select(r => (Rule: r, Worst: steps.Select(s => s.Worst(r)).ToList())).ToList();
        var told = all.Where(r => options.Verbose || rule is not null || Moves(r.Worst)).ToList();
        if (told.Count > 0) canvas.Line("TREND", Ink.Strong, "  ✓ pass, ✗ fail, ? unknown, - not applicable, · did not run", Ink.Faint);
        foreach (var (id, worst) in told) canvas.Line($"  {id,-8} {string.Concat(worst.Select(Sign))}{(trend.TitleOf(id) is { } title && title != id ? $"  {title}" : "")}", indent: Indent);
        if (all.Count > told.Count) canvas.Line($"  {Words.Count(all.Count - told.Count, "rule")} said the same every time and {(all.Count - told.Count == 1 ? "does" : "do")} not fail (--verbose shows them)", Ink.Faint);
    }

    private const int Indent = 11;

    /// <summary>Something failed, or it was not the same each time.</summary>
    private static bool Moves(List<Verdict?> worst) => worst.Contains(Verdict.Fail) || worst.Distinct().Count() > 1;

    private static char Sign(Verdict? verdict) => verdict switch { Verdict.Pass => '✓', Verdict.Fail => '✗', Verdict.Unknown => '?', Verdict.NotApplicable => '-', _ => '·' };
}
