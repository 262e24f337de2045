using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scanner.Model.Snapshots;

/// <summary><see cref="StringMap"/> as an object, sorted by name.</summary>
internal sealed class StringMapJson : JsonConverter<StringMap>
{
    public override StringMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, StringMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value.Entries) writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
