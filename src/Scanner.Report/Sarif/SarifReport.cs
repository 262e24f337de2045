using System.Text.Encodings.Web;
using System.Text.Json;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Sarif;

/// <summary>The two SARIF files: every verdict, and what GitHub code scanning should show.</summary>
internal static class SarifReport
{
    /// <summary>Quotes and angle brackets stay readable: a log is no HTML, and foreign text in it has been made harmless.</summary>
    private static readonly SarifJson s_json = new(new(SarifJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void WriteFull(ScanReport report, Stream output, ReportOptions options) =>
        Write(report.Sorted(), output, options, SarifProfile.Full);

    /// <exception cref="MissingLocationException">A failure has no place in a file; nothing has been written.</exception>
    public static void WriteForGitHub(ScanReport report, Stream output, ReportOptions options) =>
        Write(report.Sorted(), output, options, SarifProfile.GitHub);

    private static void Write(ScanReport report, Stream output, ReportOptions options, SarifProfile profile)
    {
        var categories = new Categories(options);
        var runs = Parts(report)
            .Select(p => new RunMaker(report, p.Environment, p.Origin, categories.Of(p.Environment, p.Origin), profile, options).Make());
        JsonSerializer.Serialize(output, new SarifLog([.. runs]), s_json.SarifLog);
        output.WriteByte((byte)'\n');
    }

    /// <summary>A run for each environment; where there is none, one for each target, so that the file is never without a run.</summary>
    private static IEnumerable<(EnvironmentReport? Environment, Origin Origin)> Parts(ScanReport report)
    {
        if (report.Environments.Count > 0) return report.Environments.Select(e => ((EnvironmentReport?)e, Origin.Of(report.Snapshot, e)));
        var targets = Origin.Targets(report.Snapshot);
        return targets.DefaultIfEmpty<ScanTarget?>(null).Select(t => ((EnvironmentReport?)null, Origin.Of(report.Snapshot, t)));
    }
}
