using Scanner.Model.Drift;
using Scanner.Model.History;
using Scanner.Report.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.History;

/// <summary>What fails now: since when, what was there before, and what changed in that step.</summary>
internal sealed class FailureStoryLines(TextCanvas canvas, ReportOptions options)
{
    private const int Indent = 11;
    private const int MostChanges = 3;

    public void Write(IReadOnlyList<FailureStory> failures)
    {
        if (failures.Count == 0) return;
        canvas.Line("FAILING NOW", Ink.Bad, $"  {Words.Count(failures.Count, "failure")}");
        foreach (var failure in failures) Write(failure);
        foreach (var step in failures.Where(f => f is { Before: not null, Drift.Problem: null }).GroupBy(f => (Before: f.Before!.Snapshot, First: f.First.Snapshot)))
            canvas.Line($"Everything that changed then: scanner drift {ShellWord.Of(step.Key.Before)} {ShellWord.Of(step.Key.First)}", Ink.Faint);
    }

    private void Write(FailureStory failure)
    {
        var margin = new string(' ', Indent);
        canvas.Line($"✗ {failure.Finding.Rule.Id,-8} {failure.Finding.Message?.ToString() ?? failure.Finding.SubjectLabel}", indent: Indent);
        canvas.Line($"{margin}since {HistoryText.Day(failure.First)}{(failure.Before is { } before ? $"; {HistoryText.Day(before)} {failure.Beginning}" : $": {failure.Beginning}")}", indent: Indent);
        if (failure.Drift is { } drift) Write(drift, margin);
    }

    private void Write(StepDrift drift, string margin)
    {
        if (drift.Problem is { } problem)
        {
            canvas.Line($"{margin}what changed cannot be told: {problem}", Ink.Doubtful, Indent);
            return;
        }
        var most = options.Verbose ? drift.Changes.Count : MostChanges;
        foreach (var change in drift.Changes.Take(most)) canvas.Line($"{margin}{Text(change)}", indent: Indent + 2);
        if (drift.Changes.Count > most) canvas.Line($"{margin}and {drift.Changes.Count - most} more (--verbose shows them)", Ink.Faint, Indent);
        if (drift.Changes.Count == 0) canvas.Line($"{margin}{Other(drift)}", Ink.Faint, Indent);
    }

    private static string Other(StepDrift drift) => $"nothing changed of its own resource or of what it rests on{(drift.Others + drift.Undecided == 0 ? "" : $"; of others, {Words.Count(drift.Others, "change")}{(drift.Undecided > 0 ? $", and {drift.Undecided} that could not be told" : "")}")}";

    private string Text(Change change) => change.Kind is not ChangeKind.Changed ? $"{DriftWords.Sign(change.Kind)} {change.Resource}"
        : $"~ {change.Resource} {change.PathText}: {DriftWords.Values(change.Old!, options.Verbose)} → {DriftWords.Values(change.New!, options.Verbose)}";
}
