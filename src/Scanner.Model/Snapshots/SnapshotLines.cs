using System.Text.Json;

namespace Scanner.Model.Snapshots;

/// <summary>What the lines of a snapshot mean.</summary>
internal static class SnapshotLines
{
    public static Header Header(JsonElement line) => line.Deserialize<Header>(SnapshotJson.Options)!;

    public static Gap Gap(JsonElement line) => new(Text(line, "scope"), Text(line, "kind"), Text(line, "action"),
        Required<GapCause>(line, "cause"), Text(line, "detail"), Required<Remedy>(line, "remedy"));

    public static Coverage Coverage(JsonElement listing) => new(Text(listing, "kind"), Text(listing, "scope"), Text(listing, "action"), null);

    public static ObservationLine Observation(JsonElement line, int number, SharedText shared)
    {
        var evidence = new Evidence(Required<Plane>(line, "plane"), Text(line, "scope"), Text(line, "action"), Required<DateTimeOffset>(line, "at"))
        {
            Locator = line.TryGetProperty("locator", out var locator) ? locator.GetString() : null,
        };
        var (id, key) = (Text(line, "id"), Text(line, "key"));
        if (id.Length == 0) throw new InvalidDataException("the id is empty");
        return new(new(id, key == id ? id : key, shared.Of(Text(line, "kind")), shared.Of(evidence), []) { Line = number }, Properties(Member(line, "properties"), shared));
    }

    /// <summary>All values of a line share the one copy of it that outlives the reader.</summary>
    private static (string Name, JsonElement Value, int? Gap)[] Properties(JsonElement properties, SharedText shared)
    {
        if (properties.ValueKind is not JsonValueKind.Object) throw new InvalidDataException("\"properties\" is no object");
        var (all, at) = (new (string, JsonElement, int?)[properties.GetPropertyCount()], 0);
        foreach (var property in properties.Clone().EnumerateObject()) all[at++] = Property(property, shared);
        return all;
    }

    private static (string Name, JsonElement Value, int? Gap) Property(JsonProperty property, SharedText shared) =>
        property.Value.ValueKind is JsonValueKind.Object && property.Value.TryGetProperty("?", out var gap) && gap.ValueKind is JsonValueKind.Number
            ? (shared.Of(property.Name), default, gap.GetInt32())
            : (shared.Of(property.Name), property.Value, null);

    private static string Text(JsonElement line, string name) =>
        Member(line, name).GetString() ?? throw new InvalidDataException($"\"{name}\" is null");

    private static T Required<T>(JsonElement line, string name) =>
        (T?)PlainJson.Of(typeof(T))(Member(line, name)) ?? Member(line, name).Deserialize<T>(SnapshotJson.Options) ?? throw new InvalidDataException($"\"{name}\" is null");

    private static JsonElement Member(JsonElement line, string name) =>
        line.TryGetProperty(name, out var member) ? member : throw new InvalidDataException($"\"{name}\" is missing");
}
