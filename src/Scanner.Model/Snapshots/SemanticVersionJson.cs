using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scanner.Model.Snapshots;

/// <summary><see cref="SemanticVersion"/> as text.</summary>
internal sealed class SemanticVersionJson : JsonConverter<SemanticVersion>
{
    public override SemanticVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SemanticVersion.Parse(reader.GetString() ?? "") ?? throw new JsonException($"'{reader.GetString()}' is not a version");

    public override void Write(Utf8JsonWriter writer, SemanticVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
