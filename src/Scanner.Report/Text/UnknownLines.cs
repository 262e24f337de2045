using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What could not be told, by the one thing that would decide it: what decides the most rules comes first.</summary>
internal sealed class UnknownLines(TextCanvas canvas, ReportOptions options)
{
    private const int MostRemedies = 6;

    public void Write(EnvironmentReport environment)
    {
        var groups = UnknownGroup.Of(environment);
        var silent = RuleOutcome.Of(environment).Count(o => o.Verdict is Verdict.Unknown) > groups.SelectMany(g => g.Rules).Distinct().Count();
        if (groups.Count == 0 && !silent) return;
        canvas.Line("UNKNOWN", Ink.Doubtful, ", and what would decide it");
        var shown = options.Verbose ? groups.Count : MostRemedies;
        foreach (var group in groups.Take(shown)) Write(group);
        if (groups.Count > shown) canvas.Line($"  and {groups.Count - shown} more {(groups.Count - shown == 1 ? "remedy" : "remedies")} (--verbose shows them)", Ink.Faint);
    }

    private void Write(UnknownGroup group)
    {
        var count = Words.Count(group.Rules.Count, "rule");
        var what = group.Missing.Count == 0 ? "" : $"  (for {Words.Some(group.Missing, options.Verbose ? int.MaxValue : 2)})";
        canvas.Line($"  {count,-9} {group.Remedy}{what}  {Words.Some(group.Rules, options.Verbose ? int.MaxValue : 3)}", indent: 12);
    }
}
