using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Yaml;

/// <summary>A place in a YAML document. What is not there is null; what is there in another form than expected was not said.</summary>
internal sealed class YamlPlace
{
    private const int LongestMergeChain = 8;

    private readonly YamlNode _node;

    private YamlPlace(YamlNode node, string path) => (_node, Path) = (node, path);

    /// <summary>Where it is, e.g. <c>HeadNode/Networking</c>.</summary>
    public string Path { get; }

    /// <summary>The line in the text, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>The column, from 1.</summary>
    public int Column => (int)_node.Start.Column;

    /// <summary>Where it ends: the column behind a scalar, which is on one line as a rule.</summary>
    public int EndColumn => _node.End.Line == _node.Start.Line ? (int)_node.End.Column : Column + 1;

    public bool IsMapping => _node is YamlMappingNode;

    public bool IsList => _node is YamlSequenceNode;

    /// <summary>Whether it is a text, a number, a switch or nothing.</summary>
    public bool IsScalar => _node is YamlScalarNode;

    /// <summary>Whether it is null, or an empty document.</summary>
    public bool IsNothing => IsNull(_node);

    /// <summary>Whether it is text by its quotes or its block, as opposed to a plain word, which may mean a number or a switch.</summary>
    public bool IsQuoted => _node is YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain };

    /// <summary>Whether a tag such as <c>!Sub</c> makes it an expression, whose value this program does not know.</summary>
    public bool IsExpression => !_node.Tag.IsEmpty && _node.Tag.IsLocal;

    /// <summary>The document's node, for whoever turns it into something else; aliases in it may lead back to it.</summary>
    public YamlNode Node => _node;

    public static YamlPlace Root(YamlNode document) => new(document, "");

    /// <summary>The entries of a mapping in the order of the text, those that it takes in with <c>&lt;&lt;</c> left out: each key with its place, and the value.</summary>
    public IEnumerable<(string Key, YamlPlace KeyPlace, YamlPlace Value)> Entries => _node is not YamlMappingNode map ? []
        : map.Children.Where(e => e.Key is YamlScalarNode { Value: not null and not "<<" })
            .Select(e => (((YamlScalarNode)e.Key).Value!, new YamlPlace(e.Key, Join(((YamlScalarNode)e.Key).Value!)), new YamlPlace(e.Value, Join(((YamlScalarNode)e.Key).Value!))));

    /// <summary>What is in it, in the order of the text: keys and values, or elements.</summary>
    public IEnumerable<YamlPlace> Children => _node switch
    {
        YamlMappingNode map => map.Children.SelectMany(e => (YamlPlace[])[new(e.Key, Path), new(e.Value, Path)]),
        YamlSequenceNode list => list.Children.Select(e => new YamlPlace(e, Path)),
        _ => [],
    };

    /// <summary>The characters of a scalar, whatever they mean; null of anything else.</summary>
    public string? Scalar => (_node as YamlScalarNode)?.Value;

    /// <summary>The deepest part of a path of keys that is there, which may be this place itself.</summary>
    public YamlPlace Nearest(string path)
    {
        var place = this;
        foreach (var key in path.Split('/'))
        {
            if (place is not { IsMapping: true, IsExpression: false } || place.Child(key) is not { } child) return place;
            place = child;
        }
        return place;
    }

    /// <summary>The node at a path of keys; null where a key is missing or has no value.</summary>
    public YamlPlace? At(string path)
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
    public YamlPlace Need(string path) => At(path) ?? throw new AbsentFieldException(Join(path));

    /// <summary>The text at a path; null where there is none.</summary>
    public string? Text(string path) => At(path)?.Text();

    /// <summary>The number at a path; null where there is none.</summary>
    public int? Number(string path) => Text(path) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Need(path).Unusable();

    /// <summary>The number at a path, which may be negative; null where there is none.</summary>
    public int? Integer(string path) => Text(path) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Need(path).Unusable();

    /// <summary>The switch at a path, as YAML 1.1 writes it; null where there is none.</summary>
    public bool? Flag(string path) => Text(path) is not { } text ? null : text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" or "1" => true,
        "FALSE" or "NO" or "OFF" or "N" or "0" => false,
        _ => throw Need(path).Unusable(),
    };

    /// <summary>Whether something stands at a path; not known where that is an expression, which may come to nothing.</summary>
    public bool Has(string path) => At(path) is { } place && (place.IsExpression ? throw place.Unusable() : true);

    /// <summary>The elements at a path; none where there is no list.</summary>
    public IReadOnlyList<YamlPlace> List(string path) => At(path) is not { } list ? []
        : list._node is YamlSequenceNode elements && !list.IsExpression ? [.. elements.Children.Select(c => new YamlPlace(c, list.Path))] : throw list.Unusable();

    /// <summary>The texts at a path.</summary>
    public IEnumerable<string> Texts(string path) => List(path).Select(e => e.Text());

    /// <summary>The scalar itself, which must be no expression.</summary>
    public string Text() => _node is YamlScalarNode { Value: { } text } && !IsExpression ? text : throw Unusable();

    /// <summary>What ends the reading of a fact because of what stands here.</summary>
    /// <param name="problem">What is wrong with it; null where it is just of another form.</param>
    public AbsentFieldException Unusable(string? problem = null) => new(Path) { Place = (Line, Column), Problem = problem ?? Placeholders.Problem(_node, Path) };

    private string Join(string path) => Path.Length == 0 ? path : $"{Path}/{path}";

    private YamlPlace? Child(string key)
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
