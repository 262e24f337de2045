using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scanner.Model;

/// <summary>Blocks as text.</summary>
internal sealed class CidrJson : JsonConverter<Cidr>
{
    public override Cidr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Cidr.Parse(reader.GetString() ?? "") ?? throw new JsonException($"'{reader.GetString()}' is not a block of addresses");

    public override void Write(Utf8JsonWriter writer, Cidr value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
