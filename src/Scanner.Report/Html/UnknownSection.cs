using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>What could not be told, by the one thing that would decide it.</summary>
internal sealed class UnknownSection(EnvironmentReport environment, ReportOptions options, string id)
{
    private const int MostSubjects = 5;
    private const int MostMissing = 4;

    public Markup Make()
    {
        var groups = UnknownGroup.Of(environment);
        var silent = RuleOutcome.Of(environment).Where(o => o.Verdict is Verdict.Unknown).Select(o => o.Rule).Where(r => environment.Findings.All(f => f.Rule.Id != r.Id)).ToList();
        return groups.Count + silent.Count == 0 ? Markup.None : $"""
            <section aria-labelledby="{id}-unknown"><h3 id="{id}-unknown">Unknown, and what would decide it</h3>
            {groups.Select(Of)}{Silent(silent)}</section>

            """;
    }

    private Markup Of(UnknownGroup group) => $"""
        <details class="remedy"><summary><span class="count">{Words.Count(group.Rules.Count, "rule")}</span> {group.Remedy}{Missing(group)}</summary>
        <ul>{group.Findings.GroupBy(f => f.Rule.Id).Select(Of)}</ul></details>

        """;

    private static Markup Missing(UnknownGroup group) => group.Missing.Count == 0 ? Markup.None : $" <span class=\"faint\">for {Words.Some(group.Missing, MostMissing)}</span>";

    private Markup Of(IGrouping<string, Finding> rule)
    {
        var subjects = rule.Where(f => f.SubjectId != environment.Id).Select(f => f.SubjectLabel).Distinct(StringComparer.Ordinal).ToList();
        return $"""
            <li><a href="#{id}-{rule.Key}">{rule.Key}</a> {rule.First().Rule.Rule.Title}{(subjects.Count == 0 ? "" : $": {Words.Some(subjects, options.Verbose ? int.MaxValue : MostSubjects)}")}</li>

            """;
    }

    /// <summary>A rule that ran and said nothing has told nothing.</summary>
    private Markup Silent(IReadOnlyList<RuleDescription> rules) => rules.Count == 0 ? Markup.None : $"""
        <details class="remedy"><summary><span class="count">{Words.Count(rules.Count, "rule")}</span> said nothing, and nothing is known that would decide it</summary>
        <ul>{rules.Select(r => (Markup)$"<li><a href=\"#{id}-{r.Id}\">{r.Id}</a> {r.Rule.Title}</li>")}</ul></details>

        """;
}
