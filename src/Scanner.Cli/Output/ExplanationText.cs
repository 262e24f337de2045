using System.Globalization;
using System.Text;
using Scanner.Check.Explaining;
using Scanner.Model;
using Scanner.Model.Findings;

namespace Scanner.Cli.Output;

/// <summary>An explained verdict as text.</summary>
internal static class ExplanationText
{
    private const int LongestValue = 100;
    private const int MostTurns = 6;
    private const int MostGaps = 8;

    /// <param name="explanation">What is told.</param>
    /// <param name="all">Whether to tell of every fact that was read, and of everything else that is otherwise counted.</param>
    public static string Of(Explanation explanation, bool all)
    {
        var (text, finding) = (new StringBuilder(), explanation.Finding);
        Line(text, $"{finding.Rule.Id} {finding.Rule.Rule.Title}");
        Line(text, $"  {(finding.Verdict is Verdict.NotApplicable ? "not applicable" : Word(finding.Verdict))}: {finding.SubjectLabel}");
        if (finding.Message is { } message) Line(text, $"  {message.Text}");
        foreach (var note in finding.Notes) Line(text, $"  note: {note.Text}");
        Line(text, $"  why it matters: {finding.Rule.Rule.Why}");
        if (finding.Verdict is Verdict.Fail) Line(text, $"  fix: {finding.Fix}");
        if (finding.Location is { } place) Line(text, $"  where: {place.File}:{place.Line}:{place.Column}: {place.Snippet}");
        Path(text, finding);
        Turns(text, explanation, all);
        Gaps(text, explanation, all);
        Facts(text, explanation, all);
        return text.AppendLine().ToString();
    }

    private static void Turns(StringBuilder text, Explanation explanation, bool all)
    {
        if (explanation.Finding.Verdict is Verdict.Unknown) return;
        Line(text, "  what would flip it:");
        foreach (var turn in explanation.Turns.Take(all ? int.MaxValue : MostTurns)) Line(text, "    " + Clause(turn, explanation));
        if (!all && explanation.Turns.Count > MostTurns) Line(text, $"    and {explanation.Turns.Count - MostTurns} more facts (--all shows them)");
        if (explanation.Turns.Count == 0) Line(text, "    no other value of one fact that was tried: it takes more than one, or something that is there or not");
        if (!explanation.IsWhole) Line(text, "    not everything could be tried in reasonable time");
    }

    private static string Clause(Turn turn, Explanation explanation)
    {
        var whose = turn.Resources > 1 ? $"each {turn.Fact.Kind} of {turn.Resources}" : $"{turn.Fact.Kind} {explanation.NameOf(turn.Fact.Resource)}";
        return $"would {Word(turn.Verdict)} {turn.Change.Clause(whose)}{(turn.Plane is { } plane ? $" ({Word(plane)} only)" : "")}";
    }

    private static void Facts(StringBuilder text, Explanation explanation, bool all)
    {
        if (explanation.Decisive.Count > 0) Line(text, explanation.Turns.Count > 0 ? "  it rests on:" : "  it is about:");
        foreach (var fact in explanation.Decisive.Take(all ? int.MaxValue : MostTurns))
        {
            Line(text, "    " + Of(fact));
            foreach (var (_, evidence, value) in explanation.Conflicts.Where(c => c.Fact == fact)) Line(text, $"      otherwise: {ValueChange.Text(value, LongestValue)} [{Said(evidence)}], which counts for less");
        }
        var others = explanation.Others.Concat(all ? [] : explanation.Decisive.Skip(MostTurns)).ToList();
        if (others.Count == 0) return;
        Line(text, all ? "  it also read:" : $"  {others.Count} other {(others.Count == 1 ? "fact was" : "facts were")} read (--all shows {(others.Count == 1 ? "it" : "them")})");
        if (all) foreach (var fact in others.OrderBy(f => f.Resource, StringComparer.Ordinal).ThenBy(f => f.Property, StringComparer.Ordinal)) Line(text, "    " + Of(fact));
    }

    private static string Of(SeenFact fact) => $"{fact.Resource}.{fact.Property} = {ValueChange.Text(fact.Value, LongestValue)} [{Said(fact.Evidence)}]";

    /// <summary>On which plane, who said it (of a file, which line), and when.</summary>
    private static string Said(Evidence evidence)
    {
        var source = evidence is { Plane: Plane.Declared or Plane.Preview or Plane.Probe, Locator: { } place } ? place : evidence.Action;
        return $"{Word(evidence.Plane)}, {source}, {evidence.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
    }

    private static void Path(StringBuilder text, Finding finding)
    {
        if (finding.Path is not { } path) return;
        Line(text, $"  path from {path.From} to {path.To}:");
        Hops(text, path);
        if (path.Hops.AsEnumerable().FirstOrDefault(h => h.Admits is false) is { } blocker) Line(text, $"    blocked by: {blocker.Element}");
    }

    /// <summary>A path's steps, each with what it says of the traffic.</summary>
    internal static void Hops(StringBuilder text, NetworkPath path)
    {
        foreach (var hop in path.Hops)
            Line(text, $"    {(hop.Admits switch { true => "✓", false => "✗", null => "?" })} {hop.Element}: {hop.Text}");
    }

    private static void Gaps(StringBuilder text, Explanation explanation, bool all)
    {
        var finding = explanation.Finding;
        if (finding.Gaps.Count == 0 && finding.Gap is null) return;
        Line(text, finding.Verdict is Verdict.Unknown ? "  what would decide it:" : "  what could not be seen, and did not matter:");
        var gaps = new[] { finding.Gap }.OfType<Gap>().Concat(finding.Gaps).Distinct().ToList();
        foreach (var gap in gaps.Take(all ? int.MaxValue : MostGaps))
        {
            Line(text, $"    {gap} · {gap.Remedy}");
            foreach (var opening in explanation.Openings.Where(o => o.Reading.Missing == gap)) Line(text, $"      {Of(opening, explanation)}");
        }
        if (!all && gaps.Count > MostGaps) Line(text, $"    and {gaps.Count - MostGaps} more (--all shows them)");
    }

    private static string Of(Opening opening, Explanation explanation)
    {
        var fact = $"{opening.Reading.Property} of {opening.Kind} {explanation.NameOf(opening.Reading.Resource)}";
        if (opening.Regardless is { } verdict) return $"whatever {fact} is, it would {(verdict is Verdict.Unknown ? "not decide it alone" : $"{Word(verdict)}")}";
        var tried = opening.Tried.Where(t => t.Verdict is not null).GroupBy(t => t.Verdict!.Value).OrderBy(g => g.Key)
            .Select(g => $"would {(g.Key is Verdict.Unknown ? "stay unknown" : Word(g.Key))} if {fact} were {string.Join(" or ", g.Select(t => ValueChange.Text(t.Value, LongestValue)))}");
        return string.Join(", ", tried);
    }

    private static string Word(Verdict verdict) => verdict is Verdict.NotApplicable ? "not apply" : verdict.ToString().ToLowerInvariant();

    private static string Word(Plane plane) => plane switch
    {
        Plane.LiveDeclared => "deployed configuration",
        Plane.Probe => "node facts",
        _ => plane.ToString().ToLowerInvariant(),
    };

    internal static void Line(StringBuilder text, string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        text.Append(' ', indent).AppendLine(OneLine.Of(line));
    }
}
