using Scanner.Model.Drift;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Drift;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>Where what is there is otherwise than files declare, by declaring line.</summary>
internal static class DeclaredSection
{
    private const int MostLines = 50;

    public static Markup Of(ScanReport report, ReportOptions options) => report.Declared is not { } drift ? Markup.None : $"""
        <section aria-labelledby="declared"><h2 id="declared" class="small">Declared, and there</h2>
        <p>{DeclaredWords.Counts(drift)}</p>
        {Lines(ConflictLine.Of(drift.Conflicts), options)}{Undecided(drift)}</section>

        """;

    private static Markup Lines(IReadOnlyList<ConflictLine> lines, ReportOptions options) => lines.Count == 0 ? Markup.None : $"""
        <ul class="plain-list">
        {lines.Take(options.Verbose ? lines.Count : MostLines).GroupBy(l => l.Place).Select(at => At(at.Key, [.. at], options))}</ul>
        {(options.Verbose || lines.Count <= MostLines ? Markup.None : $"<p class=\"faint\">and {lines.Count - MostLines} more: scanner drift has them all, and so has this with --verbose</p>\n")}
        """;

    private static Markup At(SourceLocation? place, IReadOnlyList<ConflictLine> lines, ReportOptions options) => $"""
        <li>{(place is null ? (Markup)$"<p>What the provider keeps</p>" : Place(place, options))}<ul>{lines.Select(l => (Markup)$"<li>{l.Text(options.Verbose)}{(l.Owner is { } owner ? $" (decided by {owner})" : "")}</li>")}</ul></li>

        """;

    private static Markup Place(SourceLocation place, ReportOptions options)
    {
        var name = (Markup)$"<code>{Words.Place(place)}</code>";
        return $"<div class=\"place\">{(SourceLink.Of(place, options) is { } link ? $"<a href=\"{link.AbsoluteUri}\" rel=\"noopener noreferrer\">{name}</a>" : name)}<pre><span class=\"number\">{place.Line}</span> {place.Snippet}</pre></div>";
    }

    private static Markup Undecided(DeclaredDrift drift) => UndecidedGroup.Of(drift) is not { Count: > 0 } groups ? Markup.None : $"""
        <details class="remedy"><summary><span class="count">{drift.Undecided.Count}</span> undecided, and what would decide it</summary>
        <ul>{groups.Select(g => (Markup)$"<li>{g.Undecided.Count}: {g.Remedy} <span class=\"faint\">({g.Subjects(all: false)})</span></li>")}</ul></details>

        """;
}
