using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>What could not be told, by what would tell it, whatever was compared.</summary>
internal static class UndecidedLines
{
    private const int MostRemedies = 6;

    public static void Write(IReadOnlyList<UndecidedGroup> groups, TextCanvas canvas, ReportOptions options)
    {
        if (groups.Count == 0) return;
        canvas.Line("UNDECIDED", Ink.Doubtful, ", and what would decide it");
        var most = options.Verbose ? groups.Count : MostRemedies;
        foreach (var group in groups.Take(most))
        {
            canvas.Line($"  {group.Undecided.Count,-5} {group.Remedy}  ({group.Subjects(options.Verbose)})", indent: 8);
            if (options.Verbose) canvas.Line($"        {group.Why}", Ink.Faint, 8);
        }
        if (groups.Count > most) canvas.Line($"  and {groups.Count - most} more {(groups.Count - most == 1 ? "remedy" : "remedies")} (--verbose shows them)", Ink.Faint);
    }
}
