using System.Globalization;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Text;

/// <summary>What was looked at, how sure that is, who looked, and the counts.</summary>
internal sealed class HeadLines(ScanReport report, TextCanvas canvas, ReportOptions options)
{
    private readonly Header _header = report.Snapshot.Header;

    public void Write(EnvironmentReport environment)
    {
        var detection = environment.Detection;
        canvas.Line($"{Title(environment)}: {environment.Label}", Ink.Strong, $"   ({Words.Of(detection.Confidence)})", Ink.Faint);
        if (detection.Undecided is { } undecided)
            canvas.Line("Architecture not told: ", Ink.Doubtful, $"{undecided.Detail} · what would decide: {undecided.Remedy}");
        if (options.Verbose && !detection.Signals.IsEmpty) canvas.Line($"Signs: {detection.Signals}", Ink.Faint);
        var target = Origin.Of(report.Snapshot, environment).Target;
        var looked = Looked(target is null ? Origin.Targets(report.Snapshot) : [target]);
        canvas.Line(report.Environments.Count == 1 ? $"{looked} · {Scan}" : looked, Ink.Faint);
        new CountsLine(environment, report).Write(canvas);
    }

    /// <summary>For a report on several environments: what the whole scan took.</summary>
    public void Totals()
    {
        canvas.Blank();
        canvas.Line($"{Words.Count(report.Environments.Count, "environment")} · {Scan}", Ink.Faint);
    }

    public void Nothing()
    {
        canvas.Line("No Workbench installation and no Slurm cluster was found", report.Unlisted is null ? Ink.Doubtful : Ink.Bad,
            report.Unlisted is null ? "" : ", but some could not be looked for");
        canvas.Line($"{Looked(Origin.Targets(report.Snapshot))} · {Scan}", Ink.Faint);
        if (report.Unlisted is { } unlisted) canvas.Line($"{unlisted.Action}: {unlisted.Detail} · what would decide: {unlisted.Remedy}");
        if (report.Unlisted is null && report.Refused.Count == 0) canvas.Line("Check that account, region and cluster are the right ones: scanner check --aws-region REGION, "
            + "or name a snapshot or a cluster configuration file.");
    }

    private static string Title(EnvironmentReport environment) =>
        environment.Title.Length > 0 ? environment.Title
        : !environment.Detection.Architectures.IsEmpty ? environment.Detection.Architectures.ToString()
        : environment.Detection.Undecided is null ? "A cluster that follows none of the reference architectures"
        : "A cluster of an architecture that could not be told";

    private string Looked(IReadOnlyList<ScanTarget> targets)
    {
        if (_header.Calls == 0 && !_header.Files.IsEmpty && targets.All(t => t.Scopes.AsEnumerable().All(ScopeName.IsDeclared))) return $"Read from {Files}";
        var callers = targets.Select(t => t.Identity).OfType<string>().Select(Words.Caller).Distinct().ToList();
        var scopes = targets.SelectMany(t => t.Scopes).Distinct().Order(StringComparer.Ordinal).ToList();
        return (callers.Count > 0 ? $"Read-only as {string.Join(", ", callers)}" : "Read-only")
            + (scopes.Count > 0 ? ", " + Words.Some(scopes, 4) : "");
    }

    private string Scan
    {
        get
        {
            if (_header.Calls == 0 && !_header.Files.IsEmpty) return $"nothing live was asked{From}";
            var seconds = Math.Max(0, (long)Math.Round((_header.EndedAt - _header.StartedAt).TotalSeconds));
            var refused = report.Refused.Select(g => (g.Action, g.Cause)).Distinct().Count();
            var unanswered = refused == 0 ? "nothing refused" : $"{Words.Count(refused, "call")} not answered";
            return $"{Words.Count(_header.Calls, "call")}, {seconds} s, {unanswered}{(_header.Files.IsEmpty ? "" : $" · with {Files}")}{From}";
        }
    }

    private string Files => Words.Some([.. _header.Files.AsEnumerable().Select(f => f.Name)], 4);

    private string From => report.Snapshot.File.Length == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $" · from {report.Snapshot.File} of {_header.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
