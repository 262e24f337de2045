using System.Text.Json;

namespace Scanner.Collect.Declared.NodeFacts;

/// <summary>A place in a host's document. What is absent, null or of another form was not said.</summary>
internal readonly struct Saying(JsonElement json)
{
    /// <summary>What is at a path, where it is not null.</summary>
    public JsonElement? At(params ReadOnlySpan<string> path)
    {
        var place = json;
        foreach (var name in path)
            if (place.ValueKind is not JsonValueKind.Object || !place.TryGetProperty(name, out place)) return null;
        return place.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : place;
    }

    public string? Text(params ReadOnlySpan<string> path) => At(path) is { } place ? String(place) : null;

    public bool? Switch(params ReadOnlySpan<string> path) => At(path) is { ValueKind: JsonValueKind.True or JsonValueKind.False } place ? place.GetBoolean() : null;

    public int? Number(params ReadOnlySpan<string> path) => At(path) is { ValueKind: JsonValueKind.Number } place && place.TryGetInt32(out var number) && number >= 0 ? number : null;

    /// <summary>The elements of a list; null where some element is no text.</summary>
    public IReadOnlyList<string>? Texts(params ReadOnlySpan<string> path) => All(At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(String) : null);

    /// <summary>The elements of a list of objects; null where there is no list.</summary>
    public IReadOnlyList<Saying>? Objects(params ReadOnlySpan<string> path) =>
        At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(e => new Saying(e))] : null;

    /// <summary>Names and what is said of each; null where there are none.</summary>
    public IReadOnlyList<(string Name, Saying Value)>? Entries(params ReadOnlySpan<string> path) =>
        At(path) is { ValueKind: JsonValueKind.Object } map ? [.. map.EnumerateObject().DistinctBy(e => e.Name, StringComparer.Ordinal).Select(e => (e.Name, new Saying(e.Value)))] : null;

    private static IReadOnlyList<string>? All(IEnumerable<string?>? texts) => texts?.ToList() is { } all && all.TrueForAll(t => t is not null) ? all!.ToList<string>() : null;

    private static string? String(JsonElement place) => place.ValueKind is JsonValueKind.String ? place.GetString() : null;
}
