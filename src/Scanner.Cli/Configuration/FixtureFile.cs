using Scanner.Check.Testing;
using Scanner.Model;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>Reads rule fixtures: <c>RULE/verdict-case.yaml</c>.</summary>
internal static class FixtureFile
{
    /// <summary>All fixtures below a folder, by rule and name.</summary>
    /// <exception cref="UserErrorException">A file is not a fixture.</exception>
    public static IReadOnlyList<RuleFixture> All(string directory) => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)]
        : throw new UserErrorException($"{directory}: there is no such folder");

    /// <exception cref="UserErrorException">The file is not a fixture.</exception>
    public static RuleFixture Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (RuleFixture.VerdictOf(name) is not { } verdict) throw new UserErrorException($"{path}: the name must begin with pass-, fail-, unknown- or na-");
        var yaml = YamlDocument.Load(path);
        var fixture = new RuleFixture(Path.GetFileName(Path.GetDirectoryName(path)!), name, verdict, "aws-parallelcluster", new(), null);
        foreach (var (key, _, value) in yaml.Entries(yaml.Root, "world", "says", "also", "set", "declare", "remove", "add", "deny", "unset", "parameters"))
            fixture = key switch
            {
                "world" => fixture with { World = yaml.Text(value) },
                "says" => fixture with { Says = yaml.Text(value) },
                "also" => verdict is Verdict.Fail ? fixture with { Also = yaml.Texts(value) } : throw yaml.Error(value, "only failing fixtures make other rules fail"),
                _ => fixture with { Mutation = Mutate(yaml, fixture.Mutation, key, value) },
            };
        return fixture;
    }

    private static WorldMutation Mutate(YamlDocument yaml, WorldMutation mutation, string key, YamlNode value) => key switch
    {
        "set" => mutation with { Set = Values(yaml, value), Places = Places(yaml, mutation, yaml.Entries(value)) },
        "declare" => mutation with { Declare = Values(yaml, value), Places = Places(yaml, mutation, yaml.Entries(value)) },
        "remove" => mutation with { Remove = yaml.Texts(value) },
        "add" => mutation with { Add = [.. yaml.Items(value).Select(node => Added(yaml, node))], Places = Places(yaml, mutation, yaml.Items(value).SelectMany(node => Properties(yaml, node))) },
        "deny" => mutation with { Deny = yaml.Texts(value) },
        "unset" => mutation with { Unset = yaml.Texts(value) },
        _ => mutation with { Parameters = new StringMap(yaml.Entries(value, ParameterNames.All).Select(e => KeyValuePair.Create(e.Key, yaml.Text(e.Value)))) },
    };

    private static IReadOnlyList<(string Resource, string Property, System.Text.Json.JsonElement Value)> Values(YamlDocument yaml, YamlNode node) =>
        [.. yaml.Entries(node).SelectMany(r => yaml.Entries(r.Value).Select(p => (r.Key, p.Key, YamlJson.Of(yaml, p.Value))))];

    private static IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> Properties(YamlDocument yaml, YamlNode added)
    {
        var entries = yaml.Entries(added).ToDictionary(e => e.Key);
        if (entries.TryGetValue("properties", out var properties)) yield return (yaml.Text(entries["id"].Value), properties.KeyNode, properties.Value);
    }

    private static Dictionary<(string, string), string> Places(YamlDocument yaml, WorldMutation mutation, IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> resources)
    {
        var places = new Dictionary<(string, string), string>(mutation.Places);
        foreach (var (resource, _, values) in resources)
            foreach (var (property, _, value) in yaml.Entries(values)) places[(resource, property)] = $"{yaml.File}:{value.Start.Line}:{value.Start.Column}";
        return places;
    }

    private static (string Kind, string Id, IReadOnlyList<(string, System.Text.Json.JsonElement)> Properties) Added(YamlDocument yaml, YamlNode node)
    {
        var entries = yaml.Entries(node, "kind", "id", "properties").ToDictionary(e => e.Key, e => e.Value);
        string Text(string name) => entries.TryGetValue(name, out var value) ? yaml.Text(value) : throw yaml.Error(node, $"{name} is missing");
        return (Text("kind"), Text("id"), entries.TryGetValue("properties", out var properties)
            ? [.. yaml.Entries(properties).Select(p => (p.Key, YamlJson.Of(yaml, p.Value)))] : []);
    }
}
