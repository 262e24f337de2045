using System.Text;
using Scanner.Model;

namespace Scanner.Cli.Output;

/// <summary>An answer of the network, with its path, as text.</summary>
internal static class ReachText
{
    public static string Of(Reachability reach)
    {
        var text = new StringBuilder();
        var verb = reach.Answer.IsTrue ? "reaches" : reach.Answer.IsFalse ? "does not reach" : "may or may not reach";
        ExplanationText.Line(text, $"{reach.Path.From} {verb} {reach.Path.To}");
        ExplanationText.Hops(text, reach.Path);
        if (reach.Blocker is { } blocker) ExplanationText.Line(text, $"  blocked by: {blocker}");
        if (reach.Fix is { } fix) ExplanationText.Line(text, $"  fix: {fix}");
        if (reach.Answer.IsUnknown) ExplanationText.Line(text, $"  what would decide it: {reach.Answer.Gap} · {reach.Answer.Gap.Remedy}");
        return text.ToString();
    }
}
