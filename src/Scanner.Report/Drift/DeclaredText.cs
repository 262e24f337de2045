using Scanner.Model.Drift;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>What is declared and what is there, for people: by declaring line, with who else decides it.</summary>
internal sealed class DeclaredText(DeclaredDrift drift, TextCanvas canvas, ReportOptions options)
{
    private const int MostOfReport = 5;

    /// <summary>The whole, as a report of its own.</summary>
    public static void Write(DeclaredDrift drift, TextWriter writer, ReportOptions options) => new DeclaredText(drift, new(writer, options), options).Write();

    /// <summary>A short section of a check's report; nothing where all is as declared.</summary>
    public static void Write(ScanReport report, TextCanvas canvas, ReportOptions options)
    {
        if (report.Declared is { Conflicts.Count: > 0 } drift) new DeclaredText(drift, canvas, options).Section();
    }

    private void Write()
    {
        canvas.Line(DeclaredWords.Compared(drift), Ink.Strong);
        var ink = drift.Conflicts.Count > 0 ? Ink.Bad : drift.Undecided.Count > 0 ? Ink.Doubtful : Ink.Good;
        canvas.Line(DeclaredWords.Verdict(drift), ink, "  " + DeclaredWords.Counts(drift));
        Lines(ConflictLine.Of(drift.Conflicts), int.MaxValue);
        UndecidedLines.Write(UndecidedGroup.Of(drift), canvas, options);
        foreach (var ignored in drift.Ignored.Where(i => i.Changes > 0))
            canvas.Line($"Ignored: {ignored.Changes} because {ignored.Rule.Reason}{(ignored.Rule.Place is { } place ? $"  {place}" : "")}", Ink.Faint);
    }

    private void Section()
    {
        var lines = ConflictLine.Of(drift.Conflicts);
        canvas.Line("DECLARED OTHERWISE", Ink.Doubtful, $"  {DeclaredWords.Counts(drift)}");
        Lines(lines, options.Verbose ? int.MaxValue : MostOfReport);
        if (!options.Verbose && lines.Count > MostOfReport) canvas.Line($"  and {lines.Count - MostOfReport} more (--verbose shows them)", Ink.Faint);
    }

    /// <summary>A line of a file, and below it all that is otherwise than it says.</summary>
    private void Lines(IReadOnlyList<ConflictLine> lines, int most)
    {
        foreach (var at in lines.Take(most).GroupBy(l => l.Place))
        {
            canvas.Line(at.Key is { } place ? $"{Words.Place(place)} | {place.Snippet}" : "What the provider keeps", Ink.Faint);
            foreach (var line in at) Line(line);
        }
    }

    private void Line(ConflictLine line)
    {
        canvas.Line($"≠ {line.Text(options.Verbose)}{(line.Owner is { } owner ? $"  (decided by {owner})" : "")}", indent: 4);
        if (options.Verbose && line.Source is { } source) canvas.Line($"    seen by {source}", Ink.Faint, 6);
    }
}
