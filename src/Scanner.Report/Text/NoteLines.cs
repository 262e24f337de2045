using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>Advice that is not followed and remarks beside verdicts: a count, or all of them where asked for.</summary>
internal sealed class NoteLines(TextCanvas canvas, ReportOptions options)
{
    public void Write(EnvironmentReport environment)
    {
        var advice = environment.Findings.Count(f => f is { Fails: true, Severity: Severity.Note });
        var remarks = environment.Findings.Sum(f => f.Notes.Count);
        if (options.Notes) WriteAll(environment);
        else if (advice + remarks > 0) canvas.Line($"{Words.Count(advice + remarks, "note")} (--notes shows them)", Ink.Faint);
    }

    /// <summary>Failures that weigh a note stand with the other failures.</summary>
    private void WriteAll(EnvironmentReport environment)
    {
        foreach (var finding in environment.Findings)
            foreach (var note in finding.Notes)
                canvas.Line($"i {finding.Rule.Id,-8} ", Ink.Faint, $"{finding.SubjectLabel}: {note}");
    }
}
