using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>What fails: by cause and rule, the weightiest first, nothing of it folded away.</summary>
internal sealed class FailureSection(EnvironmentReport environment, ReportOptions options, string id)
{
    private const int MostSubjects = 5;
    private const int MostRules = 8;

    private readonly FindingMarkup _markup = new(environment, options);

    public Markup Make()
    {
        var groups = FailureGroup.Of(environment, withNotes: true);
        return groups.Count == 0 ? Markup.None : $"""
            <section aria-labelledby="{id}-failures"><h3 id="{id}-failures">Failures</h3>
            {groups.Select(Of)}</section>

            """;
    }

    private Markup Of(FailureGroup group) => group.Cause is not { } cause ? (Markup)$"{group.Rules.Select(Of)}" : $"""
        <div class="cause"><p class="cause-head"><strong>One cause of {group.Findings.Count} failures</strong> ({Words.Some([.. group.Findings.Select(f => f.Rule.Id).Distinct()], MostRules)})<br/>{cause.ToString()}</p>
        {group.Rules.Select(Of)}</div>

        """;

    private Markup Of(IReadOnlyList<Finding> findings)
    {
        var (rule, severity) = (findings[0].Rule, findings[0].Severity);
        var shown = findings.Take(options.Verbose ? findings.Count : MostSubjects).ToList();
        return $"""
            <article class="failure s-{VerdictBar.Of(severity)}">
            <h4><span class="badge">{Mark(severity)} {VerdictBar.Of(severity)}</span> <a href="#{id}-{rule.Id}">{rule.Id}</a> {rule.Rule.Title}</h4>
            {shown.GroupBy(f => f.Fix).Select(Alike)}{More(findings.Count - shown.Count)}</article>

            """;
    }

    /// <summary>Those that are mended in the same way.</summary>
    private Markup Alike(IGrouping<string, Finding> alike) => $"""
        <ul class="said">
        {alike.Select(_markup.Failure)}</ul>
        <p class="fix"><strong>Fix</strong> {FindingMarkup.Advice(alike.Key)}</p>

        """;

    private static Markup More(int count) => count == 0 ? Markup.None : $"<p class=\"faint\">and {count} more: the JSON report has them all, and so has this one with --verbose</p>\n";

    private static string Mark(Severity severity) => severity switch { Severity.Error => "✗", Severity.Warning => "!", _ => "i" };
}
