using Scanner.Model.Findings;

namespace Scanner.Report.Text;

/// <summary>What was looked at, how sure that is, who looked, and the counts.</summary>
internal sealed class HeadLines(ScanReport report, TextCanvas canvas, ReportOptions options)
{
    private readonly Headline _headline = new(report);

    public void Write(EnvironmentReport environment)
    {
        var detection = environment.Detection;
        canvas.Line($"{Headline.Title(environment)}: {environment.Label}", Ink.Strong, $"   ({Words.Of(detection.Confidence)})", Ink.Faint);
        if (detection.Undecided is { } undecided)
            canvas.Line("Architecture not told: ", Ink.Doubtful, $"{undecided.Detail} · what would decide: {undecided.Remedy}");
        if (options.Verbose && !detection.Signals.IsEmpty) canvas.Line($"Signs: {detection.Signals}", Ink.Faint);
        var looked = _headline.Looked(environment);
        canvas.Line(report.Environments.Count == 1 ? $"{looked} · {_headline.Scan}" : looked, Ink.Faint);
        new CountsLine(environment, report).Write(canvas);
    }

    /// <summary>For a report on several environments: what the whole scan took.</summary>
    public void Totals()
    {
        canvas.Blank();
        canvas.Line($"{Words.Count(report.Environments.Count, "environment")} · {_headline.Scan}", Ink.Faint);
    }

    public void Nothing()
    {
        canvas.Line("No Workbench installation and no Slurm cluster was found", report.Unlisted is null ? Ink.Doubtful : Ink.Bad,
            report.Unlisted is null ? "" : ", but some could not be looked for");
        canvas.Line($"{_headline.Looked()} · {_headline.Scan}", Ink.Faint);
        if (report.Unlisted is { } unlisted) canvas.Line($"{unlisted.Action}: {unlisted.Detail} · what would decide: {unlisted.Remedy}");
        if (report.Unlisted is null && report.Refused.Count == 0) canvas.Line("Check that account, region and cluster are the right ones: scanner check --aws-region REGION, "
            + "or name a snapshot or a cluster configuration file.");
    }
}
