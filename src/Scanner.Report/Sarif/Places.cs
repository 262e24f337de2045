using Scanner.Model.Findings;
using Scanner.Model.Snapshots;

namespace Scanner.Report.Sarif;

/// <summary>Where things are declared: resources, targets, and the file that was checked.</summary>
/// <remarks>It rests on the snapshot alone: if it asked which files are there, alerts would close and open again.</remarks>
internal sealed class Places
{
    private readonly Dictionary<string, SourceLocation> _byId = new(StringComparer.Ordinal);

    public Places(Snapshot snapshot, ScanTarget? target, ReportOptions options)
    {
        var byKey = snapshot.Header.Declarations.Where(d => d.Property is null).ToLookup(d => d.Key, d => d.Location, StringComparer.Ordinal);
        foreach (var observation in snapshot.Observations)
            if (byKey[observation.Key].FirstOrDefault() is { } location) _byId.TryAdd(observation.Id, location);
        Whole = Of(target?.Location) ?? Of(snapshot.Header.StandIn) ?? Of(Input(options));
    }

    /// <summary>The place that stands for the target as a whole: its line in scanner.yaml, else the file that was read, else the one that was checked.</summary>
    public SarifPhysicalLocation? Whole { get; }

    /// <summary>The declaring line, else the target's.</summary>
    public SarifPhysicalLocation? Of(Finding finding) => Of(finding.Location) ?? Whole;

    /// <summary>Where a resource is declared; null where that is not known.</summary>
    public SarifPhysicalLocation? OfResource(string id) => _byId.TryGetValue(id, out var location) ? Of(location) : null;

    private static SourceLocation? Input(ReportOptions options) =>
        options.InputFile is { } file ? new(file, 1, 1, options.InputSnippet.Length + 1, options.InputSnippet) : null;

    public static SarifPhysicalLocation? Of(SourceLocation? location) =>
        location is null || RepositoryPath.Uri(location.File) is not { } uri ? null : new(new(uri), Region(location));

    private static SarifRegion Region(SourceLocation location) => new(location.Line)
    {
        StartColumn = location.Column,
        EndLine = location.Line,
        EndColumn = Math.Max(location.EndColumn, location.Column + 1),
        Snippet = location.Snippet.Length == 0 ? null : new(PlainText.Of(location.Snippet)),
    };
}
