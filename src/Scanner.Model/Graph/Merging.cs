using System.Text.Json;
using Scanner.Model.Snapshots;

namespace Scanner.Model;

/// <summary>Makes one resource of all that was observed of it, property by property, in the planes' trust order.</summary>
internal static class Merging
{
    public static Resource Merge(KindSchema schema, IReadOnlyList<Observation> observations, string file, bool named)
    {
        // a host knows its instance's id, and nothing of the key that survives its replacement
        var first = observations.OrderBy(o => o.Evidence.Plane is Plane.Probe).ThenBy(o => o.Evidence.Plane).First();
        var resource = schema.Create(first.Id, first.Key, first.Evidence.Scope);
        var planes = Planes(observations);
        foreach (var property in schema.Properties.Values)
        {
            var (value, source) = Choose(property, planes, observations[0], file);
            property.Set(resource, value, named ? new Reading(first.Id, property.Name, source) : source);
        }
        return resource;
    }

    private static (object? Value, Source Source) Choose(PropertySchema property, IReadOnlyList<PlaneSaid> planes, Observation first, string file) =>
        Choose(planes, property.Name) switch
        {
            { From: { } from } chosen => (Parse(property, chosen.Said, from, file), Evidence(from)),
            { Said.Gap: { } gap } => (null, gap),
            _ => (null, NotAsked(property, first)),
        };

    /// <summary>All that was said of one resource, by plane, in the order of trust.</summary>
    public static IReadOnlyList<PlaneSaid> Planes(IReadOnlyList<Observation> observations) =>
    [
        .. observations.OrderBy(o => o.Evidence.Plane).GroupBy(o => o.Evidence.Plane)
            .Select(plane => new PlaneSaid(plane.Key, plane.SelectMany(o => o.Properties.Select(p => (o, p))).ToLookup(s => s.p.Name, StringComparer.Ordinal))),
    ];

    /// <summary>
    /// The value of the highest plane, and who said it; nobody where it is a gap. A higher plane that was refused, or was there and not asked,
    /// hides what lower ones say; one that cannot see does not.
    /// </summary>
    public static (Observation? From, Property Said) Choose(IReadOnlyList<PlaneSaid> planes, string property)
    {
        Gap? open = null;
        foreach (var (plane, all) in planes)
        {
            var said = all[property].ToList();
            var (known, told) = said.FirstOrDefault(s => s.Property.Gap is null);
            if (known is not null) return (known, told);
            var closed = said.Select(s => s.Property.Gap!).OrderByDescending(g => g.MakesIncomplete).FirstOrDefault(g => Closes(g, plane));
            if (closed is not null) return (null, new(property, default, closed));
            open ??= said.Select(s => s.Property.Gap).FirstOrDefault();
        }
        return (null, new(property, default, open));
    }

    /// <summary>A change makes what is now there void wherever it says something, even something that cannot be read.</summary>
    private static bool Closes(Gap gap, Plane plane) => gap.MakesIncomplete || gap.Cause is GapCause.NotAsked || (plane is Plane.Preview && gap.Cause is not GapCause.Hidden);

    private static object? Parse(PropertySchema property, Property said, Observation observation, string file)
    {
        try
        {
            return property.Parse(said.Value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            throw new SnapshotFormatException(file, observation.Line, $"property {property.Name} of {observation.Kind} {observation.Id}: {OneLine.Of(e.Message)}", e);
        }
    }

    private static Evidence Evidence(Observation observation) => observation.Evidence;

    private static Gap NotAsked(PropertySchema property, Observation observation) => property.IsSeenOnHost ? new(
        observation.Evidence.Scope, observation.Kind, property.Name, GapCause.NotAsked,
        $"only the host itself shows {property.Name} of a {observation.Kind}", new(RemedyKind.Probe, HostOf(observation))) : new(
        observation.Evidence.Scope, observation.Kind, property.Name, GapCause.NotAsked,
        $"no source of this scan says {property.Name} of a {observation.Kind}", new(RemedyKind.Flag, SourceOf(observation.Evidence.Scope)));

    /// <summary>What only files tell of has no host yet that somebody could name.</summary>
    private static string HostOf(Observation observation) => ScopeName.IsDeclared(observation.Evidence.Scope) ? "a Workbench host" : OneLine.Of(observation.Id);

    /// <summary>What files leave open, live systems show; what those do not tell, the files that made the thing may.</summary>
    private static string SourceOf(string scope) => !ScopeName.IsDeclared(scope) ? "scan again with this version, or give the files that declare it"
        : ScopeName.IsAws(scope) ? "check the live account too: --aws-region REGION" : "check the live cluster too: --eks NAME or --kube-context NAME";
}
