using System.Text;
using Scanner.Model.Drift;

namespace Scanner.Report.Drift;

/// <summary>Drift as a comment on a pull request or a page of a wiki.</summary>
internal static class DriftMarkdown
{
    public static void Write(DriftReport report, TextWriter writer, ReportOptions options)
    {
        void Line(string text) => writer.Write(text + "\n");
        Head(DriftWords.Compared(report), DriftWords.Warning(report), DriftWords.Verdict(report), DriftWords.Counts(report), Line);
        Changes(report, Line, options);
        Undecided(UndecidedGroup.Of(report), Line, options);
        Ignored(report.Ignored, Line);
    }

    /// <summary>What was compared, and how it came out.</summary>
    public static void Head(string compared, string? warning, string verdict, string counts, Action<string> line)
    {
        line($"# {Escaped(compared)}\n");
        if (warning is not null) line(Escaped(warning) + "\n");
        line($"**{verdict}** {Escaped(counts)}");
    }

    /// <summary>What was expected.</summary>
    public static void Ignored(IReadOnlyList<Ignored> all, Action<string> line)
    {
        var ignored = all.Where(i => !i.IsUnused || i.Rule.Place is not null).ToList();
        if (ignored.Count == 0) return;
        line("\n## Ignored as expected\n\n| what | why | changes | undecided |\n|---|---|---|---|");
        foreach (var one in ignored) line($"| {Escaped(one.Rule.ToString())} | {Escaped(one.Rule.Reason)} | {one.Changes} | {one.Undecided} |");
    }

    private static void Changes(DriftReport report, Action<string> line, ReportOptions options)
    {
        if (report.Changes.Count == 0) return;
        line("\n## Different\n\n| | kind | key | what | before | now |\n|---|---|---|---|---|---|");
        foreach (var change in report.Changes)
            line($"| {DriftWords.Sign(change.Kind)} | {Escaped(change.Resource.Kind)} | {Escaped(change.Resource.Key)} | {(change.Kind is ChangeKind.Changed ? Escaped(change.PathText) : "")} "
                + $"| {Cell(change, change.Old, options)} | {Cell(change, change.New, options)} |");
    }

    /// <summary>What could not be told.</summary>
    public static void Undecided(IReadOnlyList<UndecidedGroup> groups, Action<string> line, ReportOptions options)
    {
        if (groups.Count == 0) return;
        line("\n## Undecided\n\n| how many | what would decide it | about |\n|---|---|---|");
        foreach (var group in groups) line($"| {group.Undecided.Count} | {Escaped(group.Remedy)} | {Escaped(group.Subjects(options.Verbose))} |");
    }

    private static string Cell(Change change, SeenValues? seen, ReportOptions options) =>
        seen is null || change.Kind is not ChangeKind.Changed ? "" : Escaped(DriftWords.Values(seen, options.Verbose));

    /// <summary>Foreign text that no renderer takes for anything but text.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in PlainText.Of(text))
            if (c is '<' or '>' or '&') escaped.Append(c is '<' ? "&lt;" : c is '>' ? "&gt;" : "&amp;");
            else escaped.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '@' ? $"\\{c}" : $"{c}");
        return escaped.ToString();
    }
}
