using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>YAML values as JSON: plain scalars may be numbers, booleans or null; quoted ones are text.</summary>
internal static class YamlJson
{
    public static JsonElement Of(YamlDocument yaml, YamlNode node) => JsonSerializer.SerializeToElement(Node(yaml, node, 0));

    private static JsonNode? Node(YamlDocument yaml, YamlNode node, int depth)
    {
        if (depth > 32) throw yaml.Error(node, "nested too deeply");
        return node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(yaml.Text(c.Key), Node(yaml, c.Value, depth + 1)))),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(c => Node(yaml, c, depth + 1))]),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw yaml.Error(node, "aliases have no place in a fixture"),
        };
    }

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
