using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Check.Testing.Breaking;
using Scanner.Model;
using Scanner.Model.Snapshots;

namespace Scanner.Check.Explaining;

/// <summary>Other values that a fact might have: first those that the deployment itself has elsewhere, or that a finding names, then any.</summary>
internal sealed class Alternatives(Snapshot snapshot, SeenFacts seen)
{
    private const int Few = 3;
    private const int MostEntries = 6;

    private readonly ILookup<(string Kind, string Property), (string Id, JsonElement Value)> _elsewhere = snapshot.Observations
        .SelectMany(o => o.Properties.Where(p => p.Gap is null).Select(p => (Key: (o.Kind, p.Name), o.Id, p.Value))).ToLookup(v => v.Key, v => (v.Id, v.Value));

    private readonly ILookup<string, string> _ids = snapshot.Observations.Select(o => (o.Kind, o.Id)).Distinct().OrderBy(o => o.Id, StringComparer.Ordinal).ToLookup(o => o.Kind, o => o.Id, StringComparer.Ordinal);

    /// <param name="fact">The fact.</param>
    /// <param name="hints">What the finding says of it.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<JsonElement> Of(SeenFact fact, Hints hints, int most)
    {
        var node = JsonNode.Parse(fact.Value.GetRawText());
        var likely = (fact.ValueType == typeof(Items<SecurityGroupRule>) ? AdmittingRules.Added((JsonArray)node!, OtherGroups(fact, hints), hints.Ports) : [])
            .Concat(hints.Settings.Select(s => Set(node, s.Key, s.Value)))
            .Concat(node is JsonArray list ? OfEntries(fact, list) : node is JsonValue scalar ? OfScalar(fact, scalar, hints) : [])
            .Select(v => JsonSerializer.SerializeToElement(v));
        return [.. likely.Concat(Elsewhere(fact).Take(Few)).Concat(OtherValues.Of(fact.Value, fact.ValueType))
            .Where(v => !JsonElement.DeepEquals(v, fact.Value)).DistinctBy(v => v.GetRawText(), StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Values for a fact that was not read: all of them where there are few, else those that others of its kind have.</summary>
    public (IReadOnlyList<JsonElement> Values, bool IsAll) Possible(string kind, string property)
    {
        var type = KindSchema.Find(kind)!.Properties[property].ValueType;
        if (type == typeof(bool)) return ([Json(true), Json(false)], true);
        if (type.IsEnum) return ([.. Enum.GetNames(type).Select(n => Json(JsonNamingPolicy.CamelCase.ConvertName(n)))], true);
        return ([.. _elsewhere[(kind, property)].Select(e => e.Value).DistinctBy(v => v.GetRawText(), StringComparer.Ordinal).OrderBy(v => v.GetRawText(), StringComparer.Ordinal).Take(Few)], false);
    }

    /// <summary>The value with every setting of that name set so, however deep it is.</summary>
    private static JsonNode? Set(JsonNode? node, string key, string value) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, p.Key == key && p.Value is JsonValue own && own.GetValueKind() is JsonValueKind.String ? JsonValue.Create(value) : Set(p.Value, key, value)))),
        JsonArray list => new JsonArray([.. list.Select(entry => Set(entry, key, value))]),
        _ => node?.DeepClone(),
    };

    private IEnumerable<JsonElement> Elsewhere(SeenFact fact) => _elsewhere[(fact.Kind, fact.Property)].Where(e => e.Id != fact.Resource)
        .OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e.Value).DistinctBy(v => v.GetRawText(), StringComparer.Ordinal);

    private IEnumerable<string> OtherGroups(SeenFact fact, Hints hints) => _ids[nameof(SecurityGroup)].Where(id => id != fact.Resource && hints.Names(id)).Take(MostEntries);

    /// <summary>One field of one entry at a time, as other entries have it, or another resource of the same kind.</summary>
    private IEnumerable<JsonNode?> OfEntries(SeenFact fact, JsonArray list)
    {
        for (var i = 0; i < list.Count && i < MostEntries; i++)
            if (list[i] is JsonObject entry)
                foreach (var (field, value) in entry)
                    foreach (var other in value is JsonValue scalar ? Fields(fact, field, scalar) : []) yield return With(list, i, field, other);
            else if (list[i] is JsonValue scalar && scalar.GetValueKind() is JsonValueKind.String)
                foreach (var other in Others(scalar.GetValue<string>())) yield return With(list, i, null, other);
    }

    private static JsonArray With(JsonArray list, int index, string? field, JsonNode? value)
    {
        var changed = (JsonArray)list.DeepClone();
        if (field is null) changed[index] = value;
        else changed[index]![field] = value;
        return changed;
    }

    private IEnumerable<JsonNode?> Fields(SeenFact fact, string field, JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => [JsonValue.Create(!value.GetValue<bool>())],
        JsonValueKind.String => Others(value.GetValue<string>()).Concat(_elsewhere[(fact.Kind, fact.Property)].Where(e => e.Value.ValueKind is JsonValueKind.Array).SelectMany(e => e.Value.EnumerateArray())
            .Where(e => e.ValueKind is JsonValueKind.Object && e.TryGetProperty(field, out var v) && v.ValueKind is JsonValueKind.String).Select(e => e.GetProperty(field).GetString()!)
            .Where(text => text != value.GetValue<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Few).Select(text => (JsonNode?)JsonValue.Create(text))),
        _ => [],
    };

    private IEnumerable<JsonNode?> OfScalar(SeenFact fact, JsonValue scalar, Hints hints) => scalar.GetValueKind() switch
    {
        JsonValueKind.String when SemanticVersion.Parse(scalar.GetValue<string>()) is not null => hints.Versions.Select(v => (JsonNode?)JsonValue.Create(v)),
        JsonValueKind.String => Others(scalar.GetValue<string>()),
        JsonValueKind.Number => hints.Numbers.Select(n => (JsonNode?)JsonValue.Create(n)),
        _ => [],
    };

    /// <summary>Of an id, the ids of others of that kind.</summary>
    private IEnumerable<JsonNode?> Others(string text) => seen.KindOf(text) is not { } kind ? []
        : _ids[kind].Where(id => id != text).Take(Few).Select(id => (JsonNode?)JsonValue.Create(id));

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
