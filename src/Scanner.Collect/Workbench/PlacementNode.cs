using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Workbench;

/// <summary>A place in a placement's YAML. What is there in another form than expected was not said.</summary>
internal sealed class PlacementNode(YamlNode node, string path = "placement")
{
    /// <summary>What a key holds; null where it is missing or has no value.</summary>
    public PlacementNode? At(string key) => node is not YamlMappingNode map || map.Children.ContainsKey(new YamlScalarNode("<<")) ? throw new AbsentFieldException(path)
        : map.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsNull(value) ? new(value, key) : null;

    public string? Text(string key) => At(key)?.Text();

    public string Text() => node is YamlScalarNode { Value: { } text } ? text : throw new AbsentFieldException(path);

    /// <summary>The elements of a list; none where there is no list.</summary>
    public List<PlacementNode> List(string key) => At(key) is not { } list ? [] : list.Elements();

    /// <summary>Its keys and values.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries() => node is YamlMappingNode map
        ? map.Children.Select(c => KeyValuePair.Create(new PlacementNode(c.Key, path).Text(), new PlacementNode(c.Value, path).Text())) : throw new AbsentFieldException(path);

    private List<PlacementNode> Elements() => node is YamlSequenceNode list ? [.. list.Children.Select(c => new PlacementNode(c, path))] : throw new AbsentFieldException(path);

    private static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };
}
