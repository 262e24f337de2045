using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Kubernetes;

/// <summary>A mapping in a kubeconfig, which knows the place that errors name.</summary>
internal sealed class KubeconfigNode
{
    private readonly YamlMappingNode _node;

    public KubeconfigNode(YamlMappingNode node, string file) => (_node, File) = (node, file);

    /// <summary>The file it stands in; paths in it are relative to that file's folder.</summary>
    public string File { get; }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The text at a key; null where there is none, or it is empty.</summary>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value is { Length: > 0 } text ? text : null,
        { } other => throw Wrong(other, $"{key} is no text"),
    };

    /// <summary>The text at a key, which must be there.</summary>
    public string Need(string key) => Text(key) ?? throw Wrong($"{key} is missing");

    /// <summary>Whether a key is there and says true.</summary>
    public bool Says(string key) => Text(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw Wrong(key, $"{key} must be true or false"),
    };

    /// <summary>The mapping at a key; null where there is none.</summary>
    public KubeconfigNode? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new(map, File),
        { } other => throw Wrong(other, $"{key} has no keys"),
    };

    /// <summary>The mappings in the list at a key; none where there is no list.</summary>
    public IReadOnlyList<KubeconfigNode> Maps(string key) =>
        [.. Elements(key).Select(e => e is YamlMappingNode map ? new KubeconfigNode(map, File) : throw Wrong(e, $"an element of {key} has no keys"))];

    /// <summary>The texts in the list at a key; none where there is no list.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Elements(key).Select(e => e is YamlScalarNode scalar ? scalar.Value ?? "" : throw Wrong(e, $"an element of {key} is no text"))];

    /// <summary>A path as this file means it.</summary>
    public string Resolve(string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(File))!, path);

    public KubeconfigException Wrong(string problem) => Wrong(_node, problem);

    /// <summary>What is wrong at a key.</summary>
    public KubeconfigException Wrong(string key, string problem) => Wrong(Find(key) ?? _node, problem);

    private KubeconfigException Wrong(YamlNode at, string problem) => new($"{File}:{at.Start.Line}:{at.Start.Column}: {problem}");

    private IList<YamlNode> Elements(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        { } other => throw Wrong(other, $"{key} is no list"),
    };

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var value)
        && value is not YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } ? value : null;
}
