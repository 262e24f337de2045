using Scanner.Check.Drift.Declared;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;
using static Scanner.Tests.Check.Drift.Scans;

namespace Scanner.Tests.Check.Drift.Declared;

/// <summary>Scans with files laid over them, made by hand.</summary>
internal static class DeclaredScans
{
    public const string File = "main.tf";
    public const string Format = "Terraform";

    /// <summary>What a file says of a resource, and where: each property at a line of its own, from 2 on.</summary>
    public static Observation Said(string kind, string id, params (string Name, object? Value)[] properties) => Seen(kind, id, id, Plane.Declared, Format, properties);

    /// <summary>A scan with what files say of it; what they say has a place, unless it is named as a default.</summary>
    public static Snapshot With(Snapshot scan, IReadOnlyList<Observation> said, params IReadOnlyList<string> defaults)
    {
        var places = said.SelectMany(o => o.Properties.Where(p => !defaults.Contains(p.Name)).Select((p, i) => new Declaration(o.Key, p.Name, At(i + 2, p.Name))).Prepend(new(o.Key, null, At(1, o.Id))));
        return scan with { Observations = [.. scan.Observations, .. said], Header = scan.Header with { Files = [new(File, Format)], Declarations = [.. scan.Header.Declarations, .. places] } };
    }

    public static DeclaredDrift Find(Snapshot snapshot, params IgnoreRule[] expected) => DeclaredDriftFinder.Find(snapshot, expected)!;

    /// <summary>A conflict on one line.</summary>
    public static string Line(Conflict conflict) => $"{conflict.Resource} {conflict.Path}: {Text(conflict.Declared)} ≠ {Text(conflict.Live)}{(conflict.Place is { } at ? $" at {at.File}:{at.Line}" : "")}";

    public static SourceLocation At(int line, string snippet) => new(File, line, 1, 2, snippet);

    private static string Text(SeenValues? seen) => seen is null ? "-" : string.Join(" and ", seen.Values.Select(v => v.GetRawText()));
}
