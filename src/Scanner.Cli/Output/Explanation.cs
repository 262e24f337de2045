using System.Globalization;
using System.Text;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Cli.Output;

/// <summary>A finding with all it rests on, as text.</summary>
internal static class Explanation
{
    private const int LongestValue = 100;

    public static string Of(Finding finding, Snapshot snapshot)
    {
        var text = new StringBuilder();
        Line(text, $"{finding.Rule.Id} {finding.Rule.Rule.Title}");
        Line(text, $"  {finding.Verdict.ToString().ToLowerInvariant()}: {finding.SubjectLabel}");
        if (finding.Message is { } message) Line(text, $"  {message.Text}");
        foreach (var note in finding.Notes) Line(text, $"  note: {note.Text}");
        Line(text, $"  why it matters: {finding.Rule.Rule.Why}");
        if (finding.Verdict is Verdict.Fail) Line(text, $"  fix: {finding.Fix}");
        if (finding.Location is { } place) Line(text, $"  where: {place.File}:{place.Line}:{place.Column}: {place.Snippet}");
        Path(text, finding);
        Gaps(text, finding);
        Facts(text, finding, snapshot);
        return text.AppendLine().ToString();
    }

    private static void Facts(StringBuilder text, Finding finding, Snapshot snapshot)
    {
        if (finding.Readings.Count == 0) return;
        Line(text, "  it rests on:");
        foreach (var reading in finding.Readings.OrderBy(r => r.Resource, StringComparer.Ordinal).ThenBy(r => r.Property, StringComparer.Ordinal))
            Line(text, reading.Behind is Evidence evidence
                ? $"    {reading} = {Value(reading, snapshot)} [{Said(evidence)}, {evidence.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}]"
                : $"    {reading} = ? [{reading.Missing}]");
    }

    /// <summary>Who said it; of a file, which line.</summary>
    private static string Said(Evidence evidence) => evidence is { Plane: Plane.Declared or Plane.Preview or Plane.Probe, Locator: { } place } ? place : evidence.Action;

    /// <summary>The value as the snapshot has it, cut so that its source stays in sight.</summary>
    private static string Value(Reading reading, Snapshot snapshot) => Json(reading, snapshot) is { Length: > LongestValue } json ? json[..LongestValue] + "…" : Json(reading, snapshot);

    private static string Json(Reading reading, Snapshot snapshot) => snapshot.Observations
        .Where(o => o.Id == reading.Resource && ReferenceEquals(o.Evidence, reading.Behind))
        .SelectMany(o => o.Properties).First(p => p.Name == reading.Property).Value.GetRawText();

    private static void Path(StringBuilder text, Finding finding)
    {
        if (finding.Path is not { } path) return;
        Line(text, $"  path from {path.From} to {path.To}:");
        Hops(text, path);
    }

    /// <summary>A path's steps, each with what it says of the traffic.</summary>
    internal static void Hops(StringBuilder text, NetworkPath path)
    {
        foreach (var hop in path.Hops)
            Line(text, $"    {(hop.Admits switch { true => "✓", false => "✗", null => "?" })} {hop.Element}: {hop.Text}");
    }

    private static void Gaps(StringBuilder text, Finding finding)
    {
        if (finding.Gaps.Count == 0) return;
        Line(text, finding.Verdict is Verdict.Unknown ? "  what would decide it:" : "  what could not be seen, and did not matter:");
        foreach (var gap in finding.Gaps) Line(text, $"    {gap} · {gap.Remedy}");
    }

    internal static void Line(StringBuilder text, string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        text.Append(' ', indent).AppendLine(OneLine.Of(line));
    }
}
