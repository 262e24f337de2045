using System.Text.Json;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Collect.Declared;

/// <summary>What a scan saw of single properties, for whoever tells what a change makes of them.</summary>
internal sealed class SeenFacts(Snapshot seen)
{
    private readonly ILookup<(string Kind, string Id), Observation> _all = seen.Observations.ToLookup(o => (o.Kind, o.Id));

    /// <summary>Everything that was observed of a kind.</summary>
    public IEnumerable<Observation> Of(string kind) => _all.Where(g => g.Key.Kind == kind).SelectMany(g => g);

    /// <summary>What was observed of one thing, the most trusted first.</summary>
    public IEnumerable<Observation> Of(string kind, string id) => _all[(kind, id)].OrderBy(o => o.Evidence.Plane);

    /// <summary>Its value; null where it is not known, or may be hidden by an answer that failed.</summary>
    public JsonElement? Value(string kind, string id, string property)
    {
        var said = Of(kind, id).Select(o => Property(o, property)).OfType<Property>().ToList();
        return said.Exists(p => p.Gap is { Cause: not GapCause.Hidden }) ? null : said.Where(p => p.Gap is null).Select(p => (JsonElement?)p.Value).FirstOrDefault();
    }

    /// <summary>The texts of a list, such as references; null where they are not known.</summary>
    public IReadOnlySet<string>? Texts(string kind, string id, string property) => Value(kind, id, property) is { } value ? Texts(value) : null;

    /// <summary>The texts of a list; null of anything else.</summary>
    public static IReadOnlySet<string>? Texts(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal) : null;

    /// <summary>Whether two values are the same; lists of references, labels or taints have no order.</summary>
    public static bool IsSame(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other)
        || (one.ValueKind is JsonValueKind.Array && other.ValueKind is JsonValueKind.Array && one.GetArrayLength() == other.GetArrayLength()
            && one.EnumerateArray().All(e => other.EnumerateArray().Any(o => JsonElement.DeepEquals(e, o))));

    /// <summary>What one answer says of a property; null where it does not mention it.</summary>
    public static Property? Property(Observation observation, string name)
    {
        foreach (var property in observation.Properties)
            if (property.Name == name) return property;
        return null;
    }
}
