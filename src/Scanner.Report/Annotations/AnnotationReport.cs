using System.Globalization;
using System.Text;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Report.Text;

namespace Scanner.Report.Annotations;

/// <summary>
/// Workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request. Of each severity it takes ten from a
/// step, so the last of ten says how many there are more; what could not be decided is one of them, and comes first.
/// </summary>
internal static class AnnotationReport
{
    /// <summary>What GitHub takes of each severity from a step.</summary>
    public const int Most = 10;

    public static void Write(ScanReport report, Stream output, ReportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        report = report.Sorted();
        var failures = report.Environments.SelectMany(e => e.Findings.Where(f => f.Fails).Select(f => (Environment: e, Finding: f))).ToList();
        var unknown = report.Environments.Select(Undecided).OfType<string>().Concat(report.Environments.Count == 0 ? [Nothing(report)] : []).ToList();
        Write(writer, "error", [.. failures.Where(f => f.Finding.Severity is Severity.Error).Select(Of)]);
        Write(writer, "warning", [.. unknown, .. failures.Where(f => f.Finding.Severity is Severity.Warning).Select(Of)]);
        Write(writer, "notice", [.. failures.Where(f => f.Finding.Severity is Severity.Note).Select(Of)]);
    }

    private static void Write(StreamWriter writer, string command, List<string> annotations)
    {
        var shown = annotations.Count <= Most ? annotations : [.. annotations.Take(Most - 1), $" title=Scanner::and {annotations.Count - Most + 1} more, in the job summary"];
        foreach (var annotation in shown) writer.Write($"::{command}{annotation}\n");
    }

    private static string Of((EnvironmentReport Environment, Finding Finding) failure)
    {
        var (environment, finding) = failure;
        var place = finding.Location is { } at ? string.Create(CultureInfo.InvariantCulture, $"file={Property(at.File)},line={at.Line},col={at.Column},endColumn={at.EndColumn},") : "";
        return $" {place}title={Property($"{finding.Rule.Id} {finding.Rule.Rule.Title} ({environment.Label})")}::{Message($"{FailureLines.Said(finding, environment)}\nfix: {finding.Fix}")}";
    }

    private static string? Undecided(EnvironmentReport environment)
    {
        var groups = UnknownGroup.Of(environment);
        return groups.Count == 0 ? null
            : $" title={Property($"{Words.Count(groups.SelectMany(g => g.Rules).Distinct().Count(), "rule")} of {environment.Label} could not be decided")}::{Message(string.Join("\n", groups.Select(g => $"{string.Join(", ", g.Rules)}: {g.Remedy}")))}";
    }

    private static string Nothing(ScanReport report) => $" title=Nothing to check was found::{Message(report.Unlisted is { } gap ? $"{gap.Action}: {gap.Detail}" : "no Workbench installation and no Slurm cluster")}";

    /// <summary>Lines of ours stay lines; what is foreign shows its control characters.</summary>
    private static string Message(string text) => string.Join("%0A", text.Split('\n').Select(l => VisibleText.Of(l).Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) => Message(text.Replace('\n', ' ')).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
