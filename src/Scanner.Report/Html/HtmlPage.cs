using System.Globalization;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Html;

/// <summary>The whole page: what it is about, a section for each environment, and how the scan fared.</summary>
internal sealed class HtmlPage(ScanReport report, ReportOptions options)
{
    private readonly Headline _headline = new(report);
    private readonly IReadOnlyList<EnvironmentSection> _environments = [.. report.Environments.Select((e, i) => new EnvironmentSection(e, report, options, $"e{i + 1}"))];

    public Markup Make() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="{Markup.Made(HtmlAssets.Policy)}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>{Title}</title>
        <style>{Markup.Made(HtmlAssets.Style)}</style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the findings</a>
        <header class="wrap"><h1>Scanner report</h1><p>{Day} UTC · {report.Snapshot.Header.Tool}</p></header>
        <main class="wrap" id="content">
        {Hindered}{Nothing}{Overview}{_environments.Select(e => e.Make())}{new AcceptedSection(report).Elsewhere}{new AcceptedSection(report).Waivers}{DeclaredSection.Of(report, options)}{new ScanSection(report, options).Make()}</main>
        <footer class="wrap"><p>Written by {report.Snapshot.Header.Tool}. What the scan could not see is unknown here, and never a pass.</p></footer>
        <script>{Markup.Made(HtmlAssets.Script)}</script>
        </body>
        </html>

        """;

    private string Day => report.Snapshot.Header.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The worst of the outcomes, for the tab and the bookmark.</summary>
    private string Title => report.Environments.Count switch
    {
        0 => "Nothing found · Scanner report",
        1 => $"{_environments[0].Outcome.Word}: {report.Environments[0].Label} · Scanner report",
        var count => $"{_environments.MaxBy(e => e.Outcome.Ink)!.Outcome.Word}: {count} environments · Scanner report",
    };

    /// <summary>Above all verdicts: that there may be more of them, or worse ones.</summary>
    private Markup Hindered
    {
        get
        {
            var calls = RefusedCall.Of(report);
            var unlisted = report is { Unlisted: { } gap, Environments.Count: > 0 } ? $"There may be more environments: {gap} · what would decide: {gap.Remedy}. " : "";
            var errors = report.Notifications.Count(n => n.IsError);
            if (calls.Count == 0 && unlisted.Length == 0 && errors == 0) return Markup.None;
            var told = calls.Count == 0 ? "" : $"{Words.Count(calls.Count, "call")} not answered: {Words.Some([.. calls.Select(c => $"{c.Action} ({c.Why})")], 3)}. ";
            return $"""
                <aside class="alert" aria-label="What stood in the scan's way"><p><strong>{(calls.Count > 0 ? "The scan is incomplete." : "Not everything could be looked at.")}</strong> {told}{unlisted}{(errors > 0 ? $"{Words.Count(errors, "part")} of the scan failed. " : "")}<a href="#scan">How the scan fared</a></p></aside>

                """;
        }
    }

    private Markup Nothing => report.Environments.Count > 0 ? Markup.None : $"""
        <section class="env" aria-labelledby="nothing">
        <h2 id="nothing">Nothing to check was found</h2>
        <p class="outcome {(report.Unlisted is null ? "doubtful" : "bad")}"><strong>NOTHING FOUND</strong> <span>No Workbench installation and no Slurm cluster was found{(report.Unlisted is null ? "" : ", but some could not be looked for")}</span></p>
        <p class="faint">{_headline.Looked()} · {_headline.Scan}</p>
        {(report.Unlisted is { } gap ? (Markup)$"<p>{gap.Action}: {gap.Detail} · what would decide: {gap.Remedy.ToString()}</p>" : Markup.None)}{ExitCode}</section>

        """;

    private Markup ExitCode => _headline.ExitCode is { } meaning ? $"<p class=\"faint\">Exit code {report.ExitCode}: {meaning}</p>\n" : Markup.None;

    /// <summary>Where there are several.</summary>
    private Markup Overview => _environments.Count < 2 ? Markup.None : $"""
        <section aria-labelledby="overview">
        <h2 id="overview" class="small">{_environments.Count} environments</h2>
        <div class="wide"><table><thead><tr><th scope="col">Environment</th><th scope="col">Outcome</th><th scope="col">Rules</th></tr></thead><tbody>
        {_environments.Select(e => e.Row())}</tbody></table></div>
        <p class="faint">{_headline.Scan}</p>
        {ExitCode}</section>

        """;
}
