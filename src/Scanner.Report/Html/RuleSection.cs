using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>Every rule of an environment, folded, with filters that a script without which nothing is missing works.</summary>
internal sealed class RuleSection(EnvironmentReport environment, ScanReport report, ReportOptions options, string id, IReadOnlyList<RuleOutcome> outcomes)
{
    public Markup Make()
    {
        var findings = environment.Findings.ToLookup(f => f.Rule.Id, StringComparer.Ordinal);
        var entry = new RuleEntry(environment, report, options, id);
        return outcomes.Count == 0 ? Markup.None : $"""
            <section class="rules" aria-labelledby="{id}-rules"><h3 id="{id}-rules">Every rule</h3>
            {Filters}<div class="rule-list">
            {outcomes.Select(o => entry.Of(o, [.. findings[o.Rule.Id].ByWeight()]))}</div></section>

            """;
    }

    /// <summary>Hidden until the script that they need runs.</summary>
    private Markup Filters => $"""
        <form class="filters" hidden="hidden" role="search" aria-label="Filter the rules of {environment.Label}">
        <fieldset><legend>Verdict</legend>{outcomes.OrderBy(o => o.IsWaived).ThenBy(o => ReportOrder.Rank(o.Verdict)).Select(Word).Distinct().Select(v => Choice("verdict", v))}</fieldset>
        <fieldset><legend>Severity</legend>{outcomes.Select(o => o.Rule.Severity).Distinct().OrderDescending().Select(s => Choice("severity", VerdictBar.Of(s)))}</fieldset>
        <label>Section <select name="section"><option value="">all</option>{outcomes.Select(o => o.Rule.Rule.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(s => (Markup)$"<option value=\"{s}\">{s}</option>")}</select></label>
        <label>Text <input type="search" name="text" autocomplete="off" placeholder="id, name, resource …"/></label>
        <button type="reset">Show all</button>
        <output class="faint" aria-live="polite">{Words.Count(outcomes.Count, "rule")}</output>
        </form>

        """;

    private static Markup Choice(string name, string value) => $"<label><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"/> {value}</label>";

    /// <summary>The verdict of a rule in a word.</summary>
    public static string Word(RuleOutcome outcome) => outcome.IsWaived ? "waived" : FindingWords.Of(outcome.Verdict);
}
