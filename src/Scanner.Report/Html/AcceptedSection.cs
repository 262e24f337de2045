using System.Globalization;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>What somebody accepts for a while, and what became of the baseline's failures.</summary>
internal sealed class AcceptedSection(ScanReport report)
{
    private const int Most = 20;

    /// <summary>The failures of an environment that waivers cover.</summary>
    public static Markup Waived(EnvironmentReport environment, string id)
    {
        var waived = environment.Findings.ByWeight().Where(f => f.Waiver is not null).ToList();
        return waived.Count == 0 ? Markup.None : $"""
            <section aria-labelledby="{id}-waived"><h3 id="{id}-waived">Waived</h3>
            <ul class="plain-list">
            {waived.Take(Most).Select(f => Of(f, f.Waiver!, environment, id))}</ul>
            {More(waived.Count)}</section>

            """;
    }

    /// <summary>Failures of the baseline that are none now.</summary>
    public static Markup Past(EnvironmentReport environment, string id) => environment.Past.Count == 0 ? Markup.None : $"""
        <section aria-labelledby="{id}-past"><h3 id="{id}-past">Since the baseline</h3>
        {Fates("Fixed", [.. environment.Past.Where(p => p.IsFixed)])}{Fates("Not re-evaluated, so not fixed", [.. environment.Past.Where(p => !p.IsFixed)])}</section>

        """;

    /// <summary>Failures of environments that this check did not find.</summary>
    public Markup Elsewhere => report.Baseline is not { Elsewhere: { Count: > 0 } elsewhere } ? Markup.None : $"""
        <section aria-labelledby="elsewhere"><h2 id="elsewhere" class="small">In the baseline, and not found now</h2>
        {elsewhere.GroupBy(e => e.Environment, StringComparer.Ordinal).Select(e => Fates($"Not re-evaluated in {e.Key}", [.. e.Select(f => f.Failure)]))}</section>

        """;

    /// <summary>What became of each waiver.</summary>
    public Markup Waivers => report.Waivers is not { Count: > 0 } waivers ? Markup.None : $"""
        <section aria-labelledby="waivers"><h2 id="waivers" class="small">Waivers</h2>
        <div class="wide"><table><thead><tr><th scope="col">Rule</th><th scope="col">Subject</th><th scope="col">State</th><th scope="col">Owner</th><th scope="col">Until</th><th scope="col">Reason</th><th scope="col">Written at</th></tr></thead><tbody>
        {waivers.Select(Row)}</tbody></table></div></section>

        """;

    private static Markup Row(WaiverUse use) => $"""
        <tr><th scope="row">{use.Waiver.Rule}</th><td>{use.Waiver.Key}{(use.Waiver.Environment is { } environment ? $" in {environment}" : "")}</td><td>{State(use.State)}{(use.Why.Length == 0 ? "" : $": {use.Why}")}</td><td>{use.Waiver.Owner}</td><td>{Day(use.Waiver)}</td><td>{use.Waiver.Reason}{(use.Waiver.Ticket is { } ticket ? $" ({ticket})" : "")}</td><td><code>{use.Waiver.At}</code></td></tr>

        """;

    private static Markup Of(Finding finding, Waiver waiver, EnvironmentReport environment, string id) => $"""
        <li><a href="#{id}-{finding.Rule.Id}">{finding.Rule.Id}</a> {FailureLines.Said(finding, environment)}<br/><span class="faint">{waiver.Owner}, until {Day(waiver)}{(waiver.Ticket is { } ticket ? $", {ticket}" : "")}: {waiver.Reason} <code>{waiver.At}</code></span></li>

        """;

    /// <summary>By what is said of them: many have one reason.</summary>
    private static Markup Fates(string title, IReadOnlyList<PastFailure> failures) => failures.Count == 0 ? Markup.None : $"""
        <p><strong>{title}</strong></p>
        <ul class="plain-list">{failures.GroupBy(f => f.Why, StringComparer.Ordinal).Select(Fate)}</ul>

        """;

    private static Markup Fate(IGrouping<string, PastFailure> reason) =>
        $"<li>{Words.Some([.. reason.Select(f => $"{f.Finding.Rule.Id} of {f.Finding.SubjectLabel}")], Most)}<br/><span class=\"faint\">{reason.Key}</span></li>\n";

    private static Markup More(int count) => count <= Most ? Markup.None : $"<p class=\"faint\">and {count - Most} more: the JSON report has them all</p>\n";

    private static string State(WaiverState state) => state is WaiverState.NotEvaluated ? "not evaluated" : state.ToString().ToLowerInvariant();

    private static string Day(Waiver waiver) => waiver.Expires.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
