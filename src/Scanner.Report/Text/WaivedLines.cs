using System.Globalization;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>The failures that somebody accepts for a while: who, why, and until when.</summary>
internal sealed class WaivedLines(TextCanvas canvas, ReportOptions options)
{
    private const int Indent = 11;
    private const int Most = 8;

    public void Write(EnvironmentReport environment)
    {
        var waived = environment.Findings.ByWeight().Where(f => f.Waiver is not null).ToList();
        if (waived.Count == 0) return;
        canvas.Line($"WAIVED: {Words.Count(waived.Count, "failure")}", Ink.Strong, " that somebody accepts");
        foreach (var finding in waived.Take(options.Verbose ? waived.Count : Most)) Write(finding, finding.Waiver!, environment);
        if (!options.Verbose && waived.Count > Most) canvas.Line($"  and {waived.Count - Most} more (--verbose shows them)", Ink.Faint);
    }

    private void Write(Finding finding, Waiver waiver, EnvironmentReport environment)
    {
        canvas.Line($"~ {finding.Rule.Id,-8} {FailureLines.Said(finding, environment)}", indent: Indent);
        var until = waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        canvas.Line($"{new string(' ', Indent)}{waiver.Owner}, until {until}{(waiver.Ticket is { } ticket ? $", {ticket}" : "")}: {waiver.Reason}", $"{waiver.At}:{waiver.Place.Column}", Indent);
    }
}
