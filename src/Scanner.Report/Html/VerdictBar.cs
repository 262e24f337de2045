using System.Globalization;
using Scanner.Model;

namespace Scanner.Report.Html;

/// <summary>How the rules divide, as a bar; the sentence above it says the same in numbers.</summary>
internal sealed class VerdictBar(IReadOnlyList<RuleOutcome> outcomes)
{
    private const int Width = 1000;

    public Markup Make()
    {
        if (outcomes.Count == 0) return Markup.None;
        var x = 0;
        var parts = new List<Markup>();
        foreach (var name in (string[])["error", "warning", "note", "open", "waived", "pass", "none"])
        {
            var share = outcomes.Count(o => Of(o) == name) * Width / outcomes.Count;
            if (share == 0 && outcomes.Any(o => Of(o) == name)) share = 2;
            if (share > 0) parts.Add($"<rect class=\"v-{name}\" x=\"{Number(x)}\" width=\"{Number(share)}\" height=\"10\"/>");
            x += share;
        }
        return $"<svg class=\"bar\" viewBox=\"0 0 {x} 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{parts}</svg>\n";
    }

    /// <summary>The name of its colour.</summary>
    public static string Of(RuleOutcome outcome) => outcome switch
    {
        { IsWaived: true } => "waived",
        { Verdict: Verdict.Fail, Severity: { } severity } => Of(severity),
        { Verdict: Verdict.Unknown } => "open",
        { Verdict: Verdict.Pass } => "pass",
        _ => "none",
    };

    public static string Of(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
