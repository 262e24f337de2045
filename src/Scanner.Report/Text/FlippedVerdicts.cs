using System.Text;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>The report on a change: only the verdicts that it would flip.</summary>
public static class FlippedVerdicts
{
    private const int Indent = 11;

    public static void Write(IReadOnlyList<FlippedVerdict> flips, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var canvas = new TextCanvas(writer, options);
        if (flips.Count == 0) canvas.Line("The change flips no verdict");
        foreach (var flip in flips) Write(flip, canvas);
    }

    private static void Write(FlippedVerdict flip, TextCanvas canvas)
    {
        var (before, after) = (Word(flip.Before), Word(flip.After));
        canvas.Line($"{flip.Rule,-8}   {before} → {after}", InkOf(flip), $"  {flip.Title}");
        var said = flip.IsOutOfSight ? "not judged any more, for the change leaves open which architecture it is"
            : flip.After is not { } finding ? "the change takes it away"
            : finding.Verdict is Verdict.Unknown ? $"{finding.Gap} · what would decide: {finding.Gap?.Remedy}"
            : finding.Message?.ToString() ?? "";
        canvas.Line($"{new string(' ', Indent)}{flip.Subject}{(said.Length == 0 ? "" : ": " + said)}", Words.Place((flip.After ?? flip.Before)!.Location), Indent);
        if (flip.After is { Verdict: Verdict.Fail } failed) canvas.Line($"{new string(' ', Indent)}fix: {failed.Fix}", indent: Indent + 5);
    }

    private static string Word(Finding? finding) => finding?.Verdict switch
    {
        null => "none",
        Verdict.Fail when !finding.Fails => "fail (waived)",
        Verdict.NotApplicable => "not applicable",
        var verdict => verdict.ToString()!.ToLowerInvariant(),
    };

    private static Ink InkOf(FlippedVerdict flip) => flip.After?.Verdict switch { Verdict.Fail when flip.After.Fails => Ink.Bad, Verdict.Unknown => Ink.Doubtful, _ => Ink.Good };
}
