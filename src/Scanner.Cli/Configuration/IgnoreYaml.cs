using Scanner.Collect;
using Scanner.Model;
using Scanner.Model.Drift;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>Expected drift in scanner.yaml: of which kind, key and path, and why.</summary>
internal static class IgnoreYaml
{
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static IgnoreRule Read(YamlDocument yaml, YamlNode node)
    {
        YamlNode? path = null;
        var rule = new IgnoreRule("") { Place = $"{yaml.File}:{node.Start.Line}:{node.Start.Column}" };
        foreach (var (key, _, value) in yaml.Entries(node, "kind", "key", "path", "reason"))
            rule = key switch
            {
                "kind" => rule with { Kind = KindOf(yaml, value) },
                "key" => rule with { Key = Pattern(yaml, value) },
                "path" => rule with { Path = Pattern(yaml, path = value) },
                _ => rule with { Reason = yaml.Text(value).Trim() },
            };
        if (path is not null) Check(yaml, path, rule);
        if (rule.Reason.Length == 0) throw yaml.Error(node, "expected drift needs a reason: why is it expected?");
        return rule is { Kind: null, Key: null, Path: null } ? throw yaml.Error(node, "this would ignore everything: name a kind, a key or a path") : rule;
    }

    private static string KindOf(YamlDocument yaml, YamlNode node)
    {
        var kind = yaml.Text(node);
        return KindSchema.Find(kind) is not null ? kind
            : throw yaml.Error(node, $"there is no kind '{OneLine.Of(kind)}'{Suggestion.For(kind, [.. KindSchema.All.Select(k => k.Name)])}");
    }

    /// <summary>A path that begins with no property of its kind fits nothing, and whoever wrote it believes that it does.</summary>
    private static void Check(YamlDocument yaml, YamlNode node, IgnoreRule rule)
    {
        var first = rule.Path!.Split('.', '[')[0];
        if (rule.Kind is null || first.AsSpan().ContainsAny('*', '?') || first is Change.Count or Change.Key) return;
        var properties = KindSchema.Find(rule.Kind)!.Properties.Keys.ToList();
        if (!properties.Contains(first)) throw yaml.Error(node, $"a {rule.Kind} has no property '{OneLine.Of(first)}'{Suggestion.For(first, properties)}");
    }

    private static string Pattern(YamlDocument yaml, YamlNode node) =>
        yaml.Text(node).Trim() is { Length: > 0 } pattern ? pattern : throw yaml.Error(node, "the pattern is empty, which fits nothing; leave it out to fit everything");
}
