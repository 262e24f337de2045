using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>One rule: why, what to do, who says so, and what it says of each subject.</summary>
internal sealed class RuleEntry(EnvironmentReport environment, ScanReport report, ReportOptions options, string id)
{
    private readonly FindingMarkup _markup = new(environment, options);
    private readonly ExplainCommand _explain = new(report, options);

    public Markup Of(RuleOutcome outcome, IReadOnlyList<Finding> findings)
    {
        var (rule, word) = (outcome.Rule, RuleSection.Word(outcome));
        return $"""
            <details class="rule" data-verdict="{word}" data-severity="{VerdictBar.Of(rule.Severity)}" data-section="{rule.Rule.Source}">
            <summary><span class="badge v-{VerdictBar.Of(outcome)}">{word}{(outcome.Severity is { } severity ? $" · {VerdictBar.Of(severity)}" : "")}</span> <span class="rule-id">{rule.Id}</span> <span class="rule-name">{rule.Rule.Title}</span></summary>
            <div class="rule-body" id="{id}-{rule.Id}">
            <dl><dt>Why</dt><dd>{rule.Rule.Why}</dd><dt>Fix</dt><dd>{rule.Rule.Fix}</dd><dt>Source</dt><dd>{rule.Rule.Source}{(rule.Rule.Basis is Basis.Derived ? " (not worded there, but needed by what is)" : "")}</dd><dt>Weight</dt><dd>{VerdictBar.Of(rule.Severity)}</dd>{Link(rule)}</dl>
            {findings.GroupBy(f => f.Verdict).Select(g => Group(g.Key, [.. g]))}{Explain(findings)}</div></details>

            """;
    }

    private Markup Link(RuleDescription rule) => options.HelpUri?.Invoke(rule.Id) is { Scheme: "https" or "http" } page
        ? $"<dt>More</dt><dd><a href=\"{page.AbsoluteUri}\" rel=\"noopener noreferrer\">{page.AbsoluteUri}</a></dd>" : Markup.None;

    private Markup Group(Verdict verdict, IReadOnlyList<Finding> findings)
    {
        var shown = findings.Take(options.Verbose ? findings.Count : Most(verdict)).ToList();
        return $"""
            <p class="group"><strong>{FindingWords.Of(verdict)}</strong> <span class="count">{findings.Count}</span></p>
            <ul class="subjects">
            {shown.Select(Subject)}</ul>
            {(shown.Count == findings.Count ? Markup.None : $"<p class=\"faint\">and {findings.Count - shown.Count} more: the JSON report has them all, and so has this one with --verbose</p>\n")}
            """;
    }

    /// <summary>What is wrong or open is shown of more subjects than what is well.</summary>
    private static int Most(Verdict verdict) => verdict switch { Verdict.Fail => 10, Verdict.Unknown => 5, _ => 3 };

    private Markup Subject(Finding finding) => finding.Verdict switch
    {
        Verdict.Fail => $"<li><p>{Waived(finding)}{FindingMarkup.Standing(finding)}{FailureLines.Said(finding, environment)}</p>{_markup.Place(finding.Location)}{FindingMarkup.Path(finding)}{FindingMarkup.Facts(finding)}{FindingMarkup.Related(finding)}{Notes(finding)}{Fix(finding)}</li>\n",
        Verdict.Unknown => $"<li><p><bdi>{finding.SubjectLabel}</bdi>: {finding.Gap?.ToString() ?? "nothing is known that would decide it"}{(finding.Gap is { } gap ? $" · what would decide: {gap.Remedy}" : "")}</p>{Notes(finding)}</li>\n",
        Verdict.NotApplicable => $"<li><p><bdi>{finding.SubjectLabel}</bdi>{(finding.Message is { } message ? $": {message}" : "")}</p></li>\n",
        _ => $"<li><p><bdi>{finding.SubjectLabel}</bdi></p>{Notes(finding)}</li>\n",
    };

    private static Markup Waived(Finding finding) => finding.Waiver is { } waiver ? $"<span class=\"tag\">waived by {waiver.Owner}</span> " : Markup.None;

    private static Markup Fix(Finding finding) => finding.Fix == finding.Rule.Rule.Fix ? Markup.None : $"<p class=\"fix\"><strong>Fix</strong> {FindingMarkup.Advice(finding.Fix)}</p>";

    private static Markup Notes(Finding finding) => finding.Notes.Count == 0 ? Markup.None : $"<ul class=\"notes\">{finding.Notes.Select(n => (Markup)$"<li>{n.ToString()}</li>")}</ul>";

    /// <summary>For the worst of them.</summary>
    private Markup Explain(IReadOnlyList<Finding> findings) => findings is [{ Verdict: Verdict.Fail or Verdict.Unknown } worst, ..] ? $"<p class=\"explain\">Why this verdict: <code>{_explain.Of(worst)}</code></p>\n" : Markup.None;
}
