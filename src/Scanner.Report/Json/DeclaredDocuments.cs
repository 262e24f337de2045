using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Drift;

namespace Scanner.Report.Json;

/// <summary>What is declared and what is there, as JSON documents.</summary>
internal static class DeclaredDocuments
{
    private const string Schema = "scanner.declared/1.0";

    public static void Write(DeclaredDrift drift, Stream stream)
    {
        var (scan, files) = (drift.Current, drift.Files.Select(f => new DeclaringDocument(f.Name, f.Format)));
        JsonSerializer.Serialize(stream, new(Schema, new(scan.File, scan.At, scan.Schema, scan.Resources), [.. files], Of(drift)), ReportJson.Default.DeclaredDriftDocument);
        stream.WriteByte((byte)'\n');
    }

    public static DeclaredDocument Of(DeclaredDrift drift) => new(
        drift.Same,
        [.. ConflictFingerprint.Each(drift.Conflicts).Select(c => Of(c.Conflict, c.Fingerprint))],
        [.. drift.Undecided.Select(u => new OpenDocument(u.Resource.Kind, u.Resource.Scope, u.Resource.Key, u.Property, FindingDocuments.Of(u.Baseline), FindingDocuments.Of(u.Current)))],
        [.. drift.Ignored.Select(i => new IgnoredDocument(i.Rule.Kind, i.Rule.Key, i.Rule.Path, i.Rule.Reason, i.Rule.Place, i.Changes, i.Undecided))]);

    private static ConflictDocument Of(Conflict conflict, Fingerprint fingerprint) => new(
        conflict.Resource.Kind, conflict.Resource.Scope, conflict.Resource.Key, conflict.Id, conflict.Path,
        Of(conflict.Declared), conflict.Live is { } live ? Of(live) : null, FindingDocuments.Of(conflict.Place), conflict.Owner, fingerprint.Whole);

    private static SaidDocument Of(SeenValues said) =>
        new(said.Values, said.Evidence.Plane, said.Evidence.Action, said.Evidence.Plane is Plane.Declared ? null : said.Evidence.At, said.Evidence.Locator);
}
