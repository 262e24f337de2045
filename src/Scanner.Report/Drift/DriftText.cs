using Scanner.Model.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Drift;

/// <summary>Drift for people: counts, what is different by kind, what could not be told and what would tell it, what was expected.</summary>
internal sealed class DriftText(DriftReport report, TextCanvas canvas, ReportOptions options)
{
    private const int MostResources = 20;

    public static void Write(DriftReport report, TextWriter writer, ReportOptions options) => new DriftText(report, new(writer, options), options).Write();

    private void Write()
    {
        canvas.Line(DriftWords.Compared(report), Ink.Strong);
        if (DriftWords.Warning(report) is { } warning) canvas.Line(warning, Ink.Doubtful);
        var ink = report.Changes.Count > 0 ? Ink.Bad : report.Undecided.Count > 0 ? Ink.Doubtful : Ink.Good;
        canvas.Line(DriftWords.Verdict(report), ink, "  " + DriftWords.Counts(report));
        foreach (var kind in report.Changes.GroupBy(c => (c.Resource.Kind, c.Resource.Scope))) Changes(kind.Key.Kind, kind.Key.Scope, [.. kind.GroupBy(c => c.Resource)]);
        UndecidedLines.Write(UndecidedGroup.Of(report), canvas, options);
        Ignored();
    }

    private void Changes(string kind, string scope, IReadOnlyList<IGrouping<ResourceName, Change>> resources)
    {
        canvas.Line(kind, Ink.Strong, "  " + scope, Ink.Faint);
        var most = options.Verbose ? resources.Count : MostResources;
        foreach (var resource in resources.Take(most)) Changes([.. resource]);
        if (resources.Count > most) canvas.Line($"  and {resources.Count - most} more (--verbose shows them)", Ink.Faint);
    }

    private void Changes(IReadOnlyList<Change> changes)
    {
        canvas.Line($"{DriftWords.Sign(changes[0].Kind)} {changes[0].Resource.Key}");
        foreach (var change in changes.Where(c => c is { Old: not null, New: not null }))
        {
            canvas.Line($"    {change.PathText}: {DriftWords.Values(change.Old!, options.Verbose)} → {DriftWords.Values(change.New!, options.Verbose)}", indent: 6);
            if (options.Verbose) canvas.Line($"      {DriftWords.Source(change.Old!)} → {DriftWords.Source(change.New!)}", Ink.Faint, 6);
        }
    }

    private void Ignored()
    {
        var reasons = report.Ignored.Where(i => i.Changes > 0).GroupBy(i => i.Rule.Reason, StringComparer.Ordinal).Select(g => $"{g.Sum(i => i.Changes)} because {g.Key}").ToList();
        if (!options.Verbose && reasons.Count > 0) canvas.Line($"Ignored: {string.Join("; ", reasons)}", Ink.Faint);
        if (options.Verbose)
            foreach (var ignored in report.Ignored.Where(i => !i.IsUnused))
                canvas.Line($"Ignored {Words.Count(ignored.Changes, "change")}{(ignored.Undecided > 0 ? $" and {ignored.Undecided} undecided" : "")}: {ignored.Rule}: {ignored.Rule.Reason}{Place(ignored)}", Ink.Faint);
        foreach (var unused in report.Ignored.Where(i => i.IsUnused))
            canvas.Line($"Unused: nothing fits {unused.Rule} ({unused.Rule.Reason}){Place(unused)}", Ink.Faint);
    }

    private static string Place(Ignored ignored) => ignored.Rule.Place is { } place ? $"  {place}" : "";
}
