using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>One environment: its outcome, what fails, what could not be told, its picture and its rules.</summary>
/// <param name="environment">The environment.</param>
/// <param name="report">The report that it stands in.</param>
/// <param name="options">How it is written.</param>
/// <param name="id">What its anchors begin with.</param>
internal sealed class EnvironmentSection(EnvironmentReport environment, ScanReport report, ReportOptions options, string id)
{
    private readonly IReadOnlyList<RuleOutcome> _outcomes = RuleOutcome.Of(environment);
    private readonly CountsLine _counts = new(environment, report);
    private readonly Headline _headline = new(report);
    private readonly FailureSection _failures = new(environment, options, id);
    private readonly UnknownSection _unknown = new(environment, options, id);

    public (string Word, Ink Ink) Outcome { get; } = new CountsLine(environment, report).Outcome();

    /// <summary>For the table of several environments.</summary>
    public Markup Row() => $"""
        <tr><th scope="row"><a href="#{id}"><bdi>{environment.Label}</bdi></a><br/><span class="faint">{Headline.Title(environment)}</span></th><td><span class="outcome-word {Style}">{Outcome.Word}</span></td><td>{_counts.Counts}</td></tr>

        """;

    public Markup Make() => $"""
        <section class="env" aria-labelledby="{id}">
        <p class="kicker">{Headline.Title(environment)} · {Words.Of(environment.Detection.Confidence)}</p>
        <h2 id="{id}"><bdi>{environment.Label}</bdi></h2>
        <p class="outcome {Style}"><strong>{Outcome.Word}</strong> <span>{_counts.Counts}</span></p>
        {new VerdictBar(_outcomes).Make()}{Undecided}{Baseline}<p class="faint">{_headline.Looked(environment)}{(report.Environments.Count == 1 ? $" · {_headline.Scan}" : "")}</p>
        {ExitCode}{Contents}{_failures.Make()}{_unknown.Make()}{AcceptedSection.Waived(environment, id)}{AcceptedSection.Past(environment, id)}{Picture}{new RuleSection(environment, report, options, id, _outcomes).Make()}</section>

        """;

    private string Style => Outcome.Ink switch { Ink.Bad => "bad-outcome", Ink.Doubtful => "doubtful", _ => "good" };

    private Markup Undecided => environment.Detection.Undecided is { } gap ? $"<p><strong>Architecture not told:</strong> {gap.Detail} · what would decide: {gap.Remedy.ToString()}</p>\n" : Markup.None;

    private Markup Baseline => BaselineLines.CountsOf(report, environment) is { } counts ? $"<p>{counts}</p>\n" : Markup.None;

    private Markup ExitCode => report.Environments.Count == 1 && _headline.ExitCode is { } meaning ? $"<p class=\"faint\">Exit code {report.ExitCode}: {meaning}</p>\n" : Markup.None;

    private Markup Contents
    {
        get
        {
            (string Anchor, string Title, int? Count)[] all =
            [
                ("failures", "Failures", _outcomes.Count(o => o.Is(Verdict.Fail))), ("unknown", "Unknown", _outcomes.Count(o => o.Is(Verdict.Unknown))),
                ("waived", "Waived", environment.Findings.Count(f => f.Waiver is not null)), ("past", "Since the baseline", environment.Past.Count),
                ("picture", "Picture", options.PictureOf is null ? 0 : null), ("rules", "Every rule", _outcomes.Count),
            ];
            return $"""
                <nav class="contents" aria-label="Sections of {environment.Label}"><ul>{all.Where(a => a.Count is not 0).Select(a => (Markup)$"<li><a href=\"#{id}-{a.Anchor}\">{a.Title}{Count(a.Count)}</a></li>")}{Declared}<li><a href="#scan">The scan</a></li></ul></nav>

                """;
        }
    }

    /// <summary>Of the whole report, and looked for beside the verdicts.</summary>
    private Markup Declared => report.Declared is { } drift ? $"<li><a href=\"#declared\">Declared otherwise{Count(drift.Conflicts.Count)}</a></li>" : Markup.None;

    private static Markup Count(int? count) => count is { } number ? $" <span class=\"count\">{number}</span>" : Markup.None;

    private Markup Picture => options.PictureOf?.Invoke(environment) is not { } picture ? Markup.None : $"""
        <section aria-labelledby="{id}-picture"><h3 id="{id}-picture">Picture</h3>
        <div class="picture" tabindex="0" role="group" aria-label="Picture of {environment.Label}, which scrolls where it is wider than the page">
        {Markup.Made(Graph.SvgPicture.Within(picture, id + "-svg-"))}</div></section>

        """;
}
