using Scanner.Model.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>What is declared and what is there, as a comment on a pull request or a page of a wiki.</summary>
internal static class DeclaredMarkdown
{
    public static void Write(DeclaredDrift drift, TextWriter writer, ReportOptions options)
    {
        void Line(string text) => writer.Write(text + "\n");
        DriftMarkdown.Head(DeclaredWords.Compared(drift), warning: null, DeclaredWords.Verdict(drift), DeclaredWords.Counts(drift), Line);
        if (drift.Conflicts.Count > 0) Line("\n## Otherwise than declared\n\n| at | what | decided by |\n|---|---|---|");
        foreach (var line in ConflictLine.Of(drift.Conflicts))
            Line($"| {DriftMarkdown.Escaped(Words.Place(line.Place))} | {DriftMarkdown.Escaped(line.Text(options.Verbose))} | {DriftMarkdown.Escaped(line.Owner ?? "")} |");
        DriftMarkdown.Undecided(UndecidedGroup.Of(drift), Line, options);
        DriftMarkdown.Ignored(drift.Ignored, Line);
    }
}
