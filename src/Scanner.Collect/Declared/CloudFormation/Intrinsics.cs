using Scanner.Collect.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Collect.Declared.CloudFormation;

/// <summary>Functions within a template: references to its own resources become their ids, and all else stays an expression.</summary>
internal static class Intrinsics
{
    private static readonly TagName s_function = new("!Function");

    /// <summary>The attributes by which a resource is known to others, besides what Ref gives.</summary>
    private static readonly HashSet<string> s_identities = new(StringComparer.Ordinal) { "Arn", "FileSystemId", "GroupId", "Id", "LoadBalancerArn", "ListenerArn", "SubnetId", "TargetGroupArn", "VolumeId", "VpcId" };

    public static void Settle(YamlPlace root, IReadOnlyDictionary<string, TemplateResource> own)
    {
        var (seen, open) = (new HashSet<YamlNode>(ReferenceEqualityComparer.Instance), new Stack<YamlNode>([root.Node]));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            if (node is YamlMappingNode map)
            {
                Settle(map, own);
                foreach (var value in map.Children.Values) open.Push(value);
            }
            else if (node is YamlSequenceNode list)
            {
                for (var i = 0; i < list.Children.Count; i++) list.Children[i] = Settled(list.Children[i], own);
                foreach (var child in list.Children) open.Push(child);
            }
            else if (node is YamlScalarNode { Value: { } text } && node.Tag.IsEmpty && text.Contains("{{resolve:", StringComparison.Ordinal))
                node.Tag = s_function;
        }
    }

    /// <summary>To put a value in the place of another takes the library as long as there are keys, so a map is filled anew.</summary>
    private static void Settle(YamlMappingNode map, IReadOnlyDictionary<string, TemplateResource> own)
    {
        var settled = map.Children.Select(c => KeyValuePair.Create(c.Key, Settled(c.Value, own))).ToList();
        if (map.Children.Zip(settled).All(c => ReferenceEquals(c.First.Value, c.Second.Value))) return;
        map.Children.Clear();
        foreach (var (key, value) in settled) map.Children.Add(key, value);
    }

    private static YamlNode Settled(YamlNode node, IReadOnlyDictionary<string, TemplateResource> own)
    {
        if (Target(node) is { } target && own.TryGetValue(target, out var resource) && resource.IsReferable)
        {
            if (node is not YamlScalarNode scalar) return new YamlScalarNode(resource.Id);
            (scalar.Value, scalar.Tag) = (resource.Id, TagName.Empty); // so that it keeps its place
            return scalar;
        }
        // the long form of a function, which JSON has only
        if (node is YamlMappingNode { Children.Count: 1 } map && map.Tag.IsEmpty && IsFunction(map.Children[0].Key)) map.Tag = s_function;
        return node;
    }

    private static bool IsFunction(YamlNode key) => key is YamlScalarNode { Value: { } name } && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal));

    /// <summary>The logical id that a function refers to as a whole.</summary>
    private static string? Target(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } when Is(node, "!Ref") => text,
        YamlScalarNode { Value: { } text } when Is(node, "!GetAtt") => Attribute(text.Split('.', 2)),
        YamlSequenceNode list when Is(node, "!GetAtt") => Attribute(Texts(list)),
        YamlMappingNode { Children: { Count: 1 } children } => (children[0].Key, children[0].Value) switch
        {
            (YamlScalarNode { Value: "Ref" }, YamlScalarNode { Value: { } text }) => text,
            (YamlScalarNode { Value: "Fn::GetAtt" }, YamlSequenceNode list) => Attribute(Texts(list)),
            (YamlScalarNode { Value: "Fn::GetAtt" }, YamlScalarNode { Value: { } text }) => Attribute(text.Split('.', 2)),
            _ => null,
        },
        _ => null,
    };

    private static bool Is(YamlNode node, string tag) => !node.Tag.IsEmpty && node.Tag.Value == tag;

    private static string[] Texts(YamlSequenceNode list) => [.. list.Children.Select(c => (c as YamlScalarNode)?.Value ?? "")];

    private static string? Attribute(string[] parts) => parts is [var id, var attribute] && s_identities.Contains(attribute) ? id : null;
}
