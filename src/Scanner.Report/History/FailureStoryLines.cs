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
    }

    private void Write(FailureStory failure)
    {
        var margin = new string(' ', Indent);
        canvas.Line($"✗ {failure.Finding.Rule.Id,-8} {failure.Finding.Message?.ToString() ?? failure.Finding.SubjectLabel}", indent: Indent);
        canvas.Line($"{margin}since {HistoryText.Day(failure.First)}{(failure.Before is { } before ? $"; {HistoryText.Day(before)} {failure.Beginning}" : $": {failure.Beginning}")}", indent: Indent);
        if (failure.Drift is { } drift) Write(drift, failure, margin);
    }

    private void Write(StepDrift drift, FailureStory failure, string margin)
    {
        if (drift.Problem is { } problem)
        {
            canvas.Line($"{margin}what changed cannot be told: {problem}", Ink.Doubtful, Indent);
            return;
        }
        var most = options.Verbose ? drift.Changes.Count : MostChanges;
        foreach (var change in drift.Changes.Take(most)) canvas.Line($"{margin}{Text(change)}", indent: Indent + 2);
        var others = drift.Others + Math.Max(0, drift.Changes.Count - most);
        if (drift.Changes.Count == 0) canvas.Line($"{margin}nothing that it rests on changed{(drift.Undecided > 0 ? $", and {drift.Undecided} could not be told" : "")}", Ink.Faint, Indent);
        if (others > 0) canvas.Line($"{margin}{Words.Count(others, "other change")}: scanner drift {ShellWord.Of(failure.Before!.Snapshot)} {ShellWord.Of(failure.First.Snapshot)}", Ink.Faint, Indent);
    }

    private string Text(Change change) => change.Kind is not ChangeKind.Changed ? $"{DriftWords.Sign(change.Kind)} {change.Resource}"
        : $"~ {change.Resource} {change.PathText}: {DriftWords.Values(change.Old!, options.Verbose)} → {DriftWords.Values(change.New!, options.Verbose)}";
}
