using Scanner.Collect;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>A YAML file of the user's, read with positions, so that every complaint names file, line and column.</summary>
internal sealed record YamlDocument
{
    private const int LargestFile = 1024 * 1024;

    private YamlDocument(string file, YamlNode root) => (File, Root) = (file, root);

    /// <summary>What complaints name, and what paths in it are relative to.</summary>
    public string File { get; init; }

    public YamlNode Root { get; }

    /// <exception cref="UserErrorException">The file is missing, too large, or no YAML.</exception>
    public static YamlDocument Load(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists) throw new UserErrorException($"{file}: there is no such file");
            if (info.Length > LargestFile) throw new UserErrorException($"{file}: larger than 1 MB, which no configuration is");
            using var reader = new StreamReader(file);
            var stream = new YamlStream();
            stream.Load(reader);
            return new(file, stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"{file}:{e.Start.Line}:{e.Start.Column}: not valid YAML: {Model.OneLine.Of(e.Message)}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new UserErrorException($"{file}: not valid YAML: {Model.OneLine.Of(e.Message)}", e); // damaged input that the parser did not foresee
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file}: cannot be read: {e.Message}", e);
        }
    }

    public UserErrorException Error(YamlNode node, string problem) => new($"{File}:{node.Start.Line}:{node.Start.Column}: {problem}");

    /// <summary>The entries of a mapping, each key one of <paramref name="known"/>.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Entries(YamlNode node, params IReadOnlyList<string> known)
    {
        if (node is YamlScalarNode { Value: null or "" }) yield break;
        if (node is not YamlMappingNode mapping) throw Error(node, "expected names with values here");
        foreach (var (key, value) in mapping.Children)
        {
            var name = Text(key);
            if (known.Count > 0 && !known.Contains(name)) throw Error(key, $"unknown key '{name}'{Suggestion.For(name, known)}");
            yield return (name, key, value);
        }
    }

    public IEnumerable<YamlNode> Items(YamlNode node) => node switch
    {
        YamlSequenceNode sequence => sequence.Children,
        YamlScalarNode { Value: null or "" } => [],
        _ => throw Error(node, "expected a list here"),
    };

    public string Text(YamlNode node) => node is YamlScalarNode { Value: { } text } ? text : throw Error(node, "expected text here");

    public bool Truth(YamlNode node) => Text(node) switch { "true" => true, "false" => false, _ => throw Error(node, "expected true or false here") };

    /// <summary>One text, or a list of them.</summary>
    public IReadOnlyList<string> Texts(YamlNode node) => node is YamlScalarNode ? [Text(node)] : [.. Items(node).Select(Text)];
}
