using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>The parts of a finding, as several sections show them.</summary>
internal sealed class FindingMarkup(EnvironmentReport environment, ReportOptions options)
{
    private const int MostFacts = 12;

    /// <summary>What is wrong, where, and the first thing on the way that stops the traffic.</summary>
    public Markup Failure(Finding finding) => $"""
        <li><p>{Standing(finding)}{FailureLines.Said(finding, environment)}</p>{Place(finding.Location)}{Path(finding)}{Since(finding)}</li>

        """;

    /// <summary>The line of the file in which it would be mended.</summary>
    public Markup Place(SourceLocation? place)
    {
        if (place is null) return Markup.None;
        var link = SourceLink.Of(place, options);
        var name = (Markup)$"<code>{Words.Place(place)}</code>";
        var snippet = place.Snippet.Length == 0 ? Markup.None : $"<pre><span class=\"number\">{place.Line}</span> {place.Snippet}</pre>";
        return $"<div class=\"place\">{(link is null ? name : $"<a href=\"{link.AbsoluteUri}\" rel=\"noopener noreferrer\">{name}</a>")}{snippet}</div>";
    }

    /// <summary>What to do: a command to be copied, or a sentence.</summary>
    public static Markup Advice(string text) => CommandText.IsCommand(text) ? (Markup)$"<code>{text}</code>" : $"{text}";

    /// <summary>What a failure rests on, by name: values stay in the scan.</summary>
    public static Markup Facts(Finding finding) => finding.Facts is not { Digests: { Count: > 0 } facts } ? Markup.None : $"""
        <details class="path"><summary>Rests on {Words.Count(facts.Count, "fact")}</summary><ul>{facts.Take(MostFacts).Select(f => (Markup)$"<li><code>{f.Name}</code></li>")}{(facts.Count > MostFacts ? (Markup)$"<li>and {facts.Count - MostFacts} more</li>" : Markup.None)}</ul></details>
        """;

    /// <summary>Everything on the way of the traffic, where that explains the verdict.</summary>
    public static Markup Path(Finding finding) => finding.Path is not { } path ? Markup.None : $"""
        <details class="path"><summary>The way from {path.From} to {path.To}</summary><ol>{path.Hops.AsEnumerable().Select(Hop)}</ol></details>
        """;

    /// <summary>Related resources, which the verdict is about as well.</summary>
    public static Markup Related(Finding finding) => finding.Related.Count == 0 ? Markup.None
        : $"<p class=\"facts\">See also {finding.Related.Select((r, i) => (Markup)$"{(i == 0 ? "" : ", ")}<bdi>{r.Label}</bdi>{(r.Label == r.Id ? "" : $" ({r.Id})")}")}</p>";

    public static Markup Standing(Finding finding) => finding.Standing switch
    {
        { State: BaselineState.New, Before: Verdict.Unknown } => $"<span class=\"tag\">new: it could not be told before</span> ",
        { State: BaselineState.New } => $"<span class=\"tag\">new</span> ",
        { State: BaselineState.Updated } => $"<span class=\"tag\">changed since the baseline</span> ",
        _ => Markup.None,
    };

    private static Markup Since(Finding finding) => finding.Standing is not { Changed: { Count: > 0 } changed } ? Markup.None : $"<p class=\"facts\">Since the baseline: {Words.Some(changed, MostFacts)}</p>";

    private static Markup Hop(NetworkHop hop) => hop.Admits switch
    {
        true => $"<li class=\"hop-admits\"><span>✓ admitted by</span> <code>{hop.Element}</code> {hop.Text}</li>",
        false => $"<li class=\"hop-stops\"><span>✗ stopped at</span> <code>{hop.Element}</code> {hop.Text}</li>",
        null => $"<li class=\"hop-open\"><span>? cannot be told at</span> <code>{hop.Element}</code> {hop.Text}</li>",
    };
}
