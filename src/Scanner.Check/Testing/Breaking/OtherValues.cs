using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scanner.Model;

namespace Scanner.Check.Testing.Breaking;

/// <summary>Values that a property might have instead of its own, so that a rule which rests on it should notice.</summary>
internal static class OtherValues
{
    private const int Most = 16;

    /// <param name="value">The property's value.</param>
    /// <param name="type">Its type in the model.</param>
    public static IEnumerable<JsonElement> Of(JsonElement value, Type type) =>
        Candidates(JsonNode.Parse(value.GetRawText()), type).Select(v => JsonSerializer.SerializeToElement(v)).Where(v => v.GetRawText() != value.GetRawText()).Take(Most);

    private static IEnumerable<JsonNode?> Candidates(JsonNode? value, Type? type) => value switch
    {
        JsonArray list => OfList(list),
        JsonObject map => OfMap(map),
        JsonValue scalar => OfScalar(scalar, type),
        _ => type == typeof(string) ? [JsonValue.Create("other")] : [],
    };

    /// <summary>None of it, all but one, and each of its entries changed in one place.</summary>
    private static IEnumerable<JsonNode?> OfList(JsonArray list)
    {
        yield return new JsonArray();
        for (var i = 0; i < list.Count && i < 4; i++)
        {
            var less = (JsonArray)list.DeepClone();
            less.RemoveAt(i);
            yield return less;
        }
        // a change of all entries at once is the surest to matter
        foreach (var change in list.Count == 0 ? [] : Candidates(list[0]?.DeepClone(), null).Take(Most).Select((_, index) => index))
        {
            var changed = list.Select(entry => Candidates(entry?.DeepClone(), null).ElementAtOrDefault(change)?.DeepClone()).ToArray();
            yield return new JsonArray(changed);
        }
    }

    private static IEnumerable<JsonNode?> OfMap(JsonObject map)
    {
        foreach (var (name, value) in map)
            foreach (var other in Candidates(value?.DeepClone(), null).Take(3))
            {
                var changed = (JsonObject)map.DeepClone();
                changed[name] = other?.DeepClone();
                yield return changed;
            }
        yield return new JsonObject();
    }

    private static IEnumerable<JsonNode?> OfScalar(JsonValue scalar, Type? type) => scalar.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => [JsonValue.Create(!scalar.GetValue<bool>())],
        JsonValueKind.Number => Numbers(scalar.GetValue<decimal>()),
        JsonValueKind.String => Texts(scalar.GetValue<string>(), type),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Numbers(decimal number) => [JsonValue.Create(0), JsonValue.Create(number - 1), JsonValue.Create((number * 10) + 1), JsonValue.Create(1)];

    private static IEnumerable<JsonNode?> Texts(string text, Type? type)
    {
        if (type is { IsEnum: true }) return Enum.GetNames(type).Select(name => (JsonNode?)JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)));
        if (SemanticVersion.Parse(text) is not null) return [JsonValue.Create("0.0.1"), JsonValue.Create("99.0.0")];
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)) return [JsonValue.Create(time.AddYears(-20).ToString("O")), JsonValue.Create(time.AddYears(20).ToString("O"))];
        return [JsonValue.Create("other"), JsonValue.Create($"{text}-other"), null, JsonValue.Create("")];
    }
}
