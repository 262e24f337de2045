using Scanner.Check.Accepting;
using Scanner.Model.Findings;
using Scanner.Report.Notices;

namespace Scanner.Cli.Notices;

/// <summary>Tells somebody what changed since an earlier check, and nothing where nothing did.</summary>
internal sealed class ChangeNotice(Uri url)
{
    private const int MostNamed = 3;

    /// <param name="report">What this check found.</param>
    /// <param name="before">The earlier check; null where there is none that saw the same.</param>
    /// <param name="cancellationToken">The user's.</param>
    public async Task Tell(ScanReport report, Baseline? before, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            await Console.Error.WriteLineAsync($"note: {url.Host} is told nothing: there is no earlier check to compare to");
            return;
        }
        var changes = VerdictChanges.Of(BaselineComparer.Compare(report, before));
        if (!changes.Any) return;
        var message = SlackMessage.Of(changes, Subject(report), $"{before.File} of {before.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} UTC");
        var problem = await new Webhook(url, Webhook.Patience).Post(message, cancellationToken);
        await Console.Error.WriteLineAsync(problem is null ? $"told {url.Host}: {changes.Summary}" : $"warning: {url.Host} was not told ({changes.Summary}): {problem}");
    }

    private static string Subject(ScanReport report)
    {
        var labels = report.Environments.Select(e => e.Label).ToList();
        return labels.Count == 0 ? "Posit Workbench" : string.Join(", ", labels.Take(MostNamed)) + (labels.Count > MostNamed ? $" and {labels.Count - MostNamed} more" : "");
    }
}
