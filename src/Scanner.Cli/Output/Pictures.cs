using Scanner.Check.Detection;
using Scanner.Cli.Configuration;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using Scanner.Report.Graph;

namespace Scanner.Cli.Output;

/// <summary>Pictures of what was checked, for the reports that show one; nothing is laid out before one asks.</summary>
internal sealed class Pictures(Snapshot snapshot, Settings settings)
{
    private readonly Lazy<Dictionary<string, Model.Environment>> _environments = new(() =>
        EnvironmentFinder.Find(new ResourceGraph(snapshot), settings.ParametersFor(snapshot)).ToDictionary(e => e.Id, StringComparer.Ordinal));

    public Picture Of(EnvironmentReport report) => PictureFormat.PictureOf(_environments.Value[report.Id], report);
}
