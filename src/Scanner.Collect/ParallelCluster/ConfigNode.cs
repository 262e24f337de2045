using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.ParallelCluster;

/// <summary>A place in a YAML document. What is not there is null; what is there in another form than expected was not said.</summary>
internal sealed class ConfigNode
{
    private const int LongestMergeChain = 8;

    private readonly YamlNode _node;

    private ConfigNode(YamlNode node, string path) => (_node, Path) = (node, path);

    /// <summary>Where it is, e.g. <c>HeadNode/Networking</c>.</summary>
    public string Path { get; }

    /// <summary>The line in the document, from 1.</summary>
    public long Line => _node.Start.Line;

    public static ConfigNode Root(YamlMappingNode document) => new(document, "");

    /// <summary>The node at a path of keys; null where a key is missing or has no value.</summary>
    public ConfigNode? At(string path)
    {
        var place = this;
        foreach (var key in path.Split('/'))
        {
            if (place.Child(key) is not { } child) return null;
            place = child;
        }
        return place;
    }

    /// <summary>The node at a path, which must be there.</summary>
    public ConfigNode Need(string path) => At(path) ?? throw new AbsentFieldException(Join(path));

    /// <summary>The text at a path; null where there is none.</summary>
    public string? Text(string path) => At(path)?.Text();

    /// <summary>The number at a path; null where there is none.</summary>
    public int? Number(string path) => Text(path) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new AbsentFieldException(Join(path));

    /// <summary>The elements at a path; none where there is no list.</summary>
    public IReadOnlyList<ConfigNode> List(string path) => At(path) is not { } list ? []
        : list._node is YamlSequenceNode elements ? [.. elements.Children.Select(c => new ConfigNode(c, list.Path))] : throw new AbsentFieldException(list.Path);

    /// <summary>The texts at a path.</summary>
    public IEnumerable<string> Texts(string path) => List(path).Select(e => e.Text());

    /// <summary>The scalar itself. A tag such as <c>!Sub</c> makes it an expression, whose value this program does not know.</summary>
    public string Text() => _node is YamlScalarNode { Value: { } text } && !IsExpression ? text : throw new AbsentFieldException(Path);

    private bool IsExpression => !_node.Tag.IsEmpty && _node.Tag.IsLocal;

    private string Join(string path) => Path.Length == 0 ? path : $"{Path}/{path}";

    private ConfigNode? Child(string key)
    {
        if (_node is not YamlMappingNode map || IsExpression) throw new AbsentFieldException(Path.Length == 0 ? key : Path);
        return Find(map, key, LongestMergeChain) is { } value && !IsNull(value) ? new(value, Join(key)) : null;
    }

    /// <summary>A key of the mapping itself, or of one that it takes in with <c>&lt;&lt;</c>.</summary>
    private static YamlNode? Find(YamlMappingNode map, string key, int depth)
    {
        if (map.Children.TryGetValue(new YamlScalarNode(key), out var value)) return value;
        if (depth == 0 || !map.Children.TryGetValue(new YamlScalarNode("<<"), out var merged)) return null;
        var sources = merged is YamlSequenceNode several ? several.Children : [merged];
        return sources.OfType<YamlMappingNode>().Select(m => Find(m, key, depth - 1)).FirstOrDefault(v => v is not null);
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };
}
