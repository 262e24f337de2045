using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>How the scan fared: who asked, where, what was not answered, and what else could not be seen.</summary>
internal sealed class ScanSection(ScanReport report, ReportOptions options)
{
    private const int MostGaps = 50;

    private readonly Header _header = report.Snapshot.Header;

    public Markup Make() => $"""
        <section aria-labelledby="scan"><h2 id="scan" class="small">The scan</h2>
        <p>{new Headline(report).Scan}</p>
        {Refused}{Notifications}{Targets}{Scopes}{Gaps}{Parameters}</section>

        """;

    private Markup Refused => RefusedCall.Of(report) is not { Count: > 0 } calls ? Markup.None
        : Table("Not answered, so the scan is incomplete", ["Call", "Why", "Where", "What would help"], calls.Select(c => Row(c.Action, $"{c.Why}{(c.Detail.Length == 0 ? "" : $": {c.Detail}")}", c.Scopes, c.Remedy)));

    private Markup Notifications => report.Notifications.Count == 0 ? Markup.None
        : Table("Notices", ["Id", "Kind", "What"], report.Notifications.Select(n => Row(n.Id, n.IsError ? "error" : "warning", n.Text)));

    private Markup Targets => Table("Who asked, and where", ["Target", "As", "Scopes"],
        Origin.Targets(report.Snapshot).Select(t => Row(t.Name, t.Identity ?? "not told", Words.Some([.. t.Scopes.Order(StringComparer.Ordinal)], 8))));

    private Markup Scopes => Table("Scopes", ["Scope", "Listings", "Refused", "Not asked", "Calls", "Resources kept", "Left out as unrelated"],
        ScopeSummary.All(report.Snapshot).Select(s => Row(s.Name, Number(s.Complete + s.Refused + s.NotAsked), Number(s.Refused), Number(s.NotAsked), s.Ledger is { } l ? Number(l.Calls) : "not told", s.Ledger is { } k ? Number(k.Kept) : "not told", Number(s.LeftOut))));

    /// <summary>What nobody was refused, and what could not be seen all the same.</summary>
    private Markup Gaps
    {
        get
        {
            var gaps = report.Snapshot.Gaps.Where(g => !g.MakesIncomplete).ToList();
            var shown = gaps.Take(options.Verbose ? gaps.Count : MostGaps).ToList();
            return gaps.Count == 0 ? Markup.None : $"""
                <details class="remedy"><summary><span class="count">{gaps.Count}</span> more that the scan could not see from where it looked</summary>
                {Table("Gaps", ["What", "Why", "Where", "What would show it"], shown.Select(g => Row(g.Action, $"{Cause(g.Cause)}{(g.Detail.Length == 0 ? "" : $": {g.Detail}")}", g.Scope, g.Remedy.ToString())))}{(shown.Count == gaps.Count ? Markup.None : $"<p class=\"faint\">and {gaps.Count - shown.Count} more: the JSON report has them all, and so has this one with --verbose</p>\n")}</details>

                """;
        }
    }

    private Markup Parameters => _header.Parameters.Entries.ToDictionary() is not { Count: > 0 } parameters ? Markup.None
        : Table("Parameters", ["Name", "Value"], parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Row(p.Key, p.Value)));

    private static Markup Table(string caption, IReadOnlyList<string> head, IEnumerable<Markup> rows)
    {
        var body = (Markup)$"{rows}";
        return body.IsEmpty ? Markup.None : $"""
            <div class="wide"><table><caption>{caption}</caption><thead><tr>{head.Select(h => (Markup)$"<th scope=\"col\">{h}</th>")}</tr></thead><tbody>
            {body}</tbody></table></div>

            """;
    }

    private static Markup Row(string first, params IReadOnlyList<string> rest) => $"<tr><th scope=\"row\">{first}</th>{rest.Select(c => (Markup)$"<td>{c}</td>")}</tr>\n";

    private static string Cause(GapCause cause) => cause is GapCause.NotAsked ? "not asked" : cause.ToString().ToLowerInvariant();

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
