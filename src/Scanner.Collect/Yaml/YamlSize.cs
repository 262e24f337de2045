using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Yaml;

/// <summary>How large a document is once its aliases are followed, so that what walks it comes to an end.</summary>
internal static class YamlSize
{
    /// <summary>More nodes than any file of people's has.</summary>
    public const int Largest = 1_000_000;

    private const int Deepest = 256; // by aliases, for the text itself is bounded

    /// <summary>The first place that is too large, too deep, or in itself; null where there is none.</summary>
    public static YamlPlace? TooLarge(YamlPlace document)
    {
        var sizes = new Dictionary<YamlNode, long>(ReferenceEqualityComparer.Instance);
        return Size(document.Node, sizes, 0) > Largest ? document : null;
    }

    /// <summary>What is being counted is infinite until it is, which is what something within itself is.</summary>
    private static long Size(YamlNode node, Dictionary<YamlNode, long> sizes, int depth)
    {
        if (node is YamlScalarNode) return 1;
        if (sizes.TryGetValue(node, out var known)) return known;
        if (depth == Deepest) return long.MaxValue;
        sizes[node] = long.MaxValue;
        var size = 1L;
        foreach (var child in Children(node))
            if ((size = Sum(size, Size(child, sizes, depth + 1))) > Largest) break;
        return sizes[node] = size;
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(e => (YamlNode[])[e.Key, e.Value]),
        YamlSequenceNode list => list.Children,
        _ => [],
    };

    private static long Sum(long left, long right) => right > Largest ? right : left + right;
}
