using System.Text.Json;
using Scanner.Check.Drift;
using Scanner.Model;
using Scanner.Model.Drift;
using Scanner.Model.Snapshots;

namespace Scanner.Tests.Check.Drift;

/// <summary>Small scans, made by hand.</summary>
internal static class Scans
{
    public const string Scope = "aws/123456789012/us-east-1";

    private static readonly DateTimeOffset s_at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A scan that listed security groups, subnets and what its resources are of completely.</summary>
    public static Snapshot Of(params Observation[] observations) => new(
        new(Header.CurrentSchema, "scanner", s_at, s_at, [new("test", [Scope], null)]), observations,
        [.. observations.Select(o => o.Kind).Concat([nameof(SecurityGroup), nameof(Subnet)]).Distinct().Order(StringComparer.Ordinal).Select(k => new Coverage(k, Scope, Listing(k), null))]);

    public static Observation Seen(string kind, string id, string key, params (string Name, object? Value)[] properties) =>
        Seen(kind, id, key, Plane.Live, Listing(kind), properties);

    public static Observation Seen(string kind, string id, string key, Plane plane, string action, params (string Name, object? Value)[] properties) =>
        new(id, key, kind, new(plane, Scope, action, s_at), [.. properties.Select(p => Property(p.Name, p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal)]);

    public static Gap Denied(string kind, string action) => new(Scope, kind, action, GapCause.Denied, "no", new(RemedyKind.Permission, action));

    /// <summary>The action that lists a kind here.</summary>
    public static string Listing(string kind) => $"ec2:Describe{kind}s";

    public static DriftReport Compare(Snapshot baseline, Snapshot current, params IgnoreRule[] expected) => DriftFinder.Find(baseline, current, expected);

    /// <summary>A change on one line.</summary>
    public static string Line(Change change) => $"{change.Kind} {change.Resource} {change.PathText}: {Text(change.Old)} → {Text(change.New)}";

    public static Snapshot Recorded(string name)
    {
        using var file = File.OpenRead(Repository.Path("fixtures", "scans", name, "snapshot.jsonl"));
        return SnapshotReader.Read(file, $"{name}.jsonl");
    }

    private static string Text(SeenValues? seen) => seen is null ? "-" : string.Join(" and ", seen.Values.Select(v => v.GetRawText()));

    private static Property Property(string name, object? value) => value is Gap gap ? new(name, default, gap) : new(name, JsonSerializer.SerializeToElement(value), null);
}
