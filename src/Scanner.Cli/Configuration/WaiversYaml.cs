using System.Text.RegularExpressions;
using Scanner.Cli.Output;
using Scanner.Collect.Declared.Attestations;
using Scanner.Model;
using Scanner.Model.Findings;
using Scanner.Model.Snapshots;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>A file of waivers; docs/waivers.schema.json describes it. Whatever is wrong in it is an error, because what it says makes failures count no more.</summary>
internal static partial class WaiversYaml
{
    private const int LongestText = 2000;

    private static readonly string[] s_keys = ["rule", "key", "environment", "reason", "owner", "expires", "ticket", "factsHash", "facts"];

    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static IReadOnlyList<Waiver> Read(string file)
    {
        var yaml = YamlDocument.Load(file);
        var name = GitCheckout.PathOf(file) ?? file;
        return [.. yaml.Entries(yaml.Root, "waivers").SelectMany(e => yaml.Items(e.Value)).Select(item => Read(yaml, item, name))];
    }

    private static Waiver Read(YamlDocument yaml, YamlNode item, string name)
    {
        var said = yaml.Entries(item, s_keys).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        string Needed(string key) => said.TryGetValue(key, out var node) ? Text(yaml, node, key) : throw yaml.Error(item, $"the waiver lacks {key}{(key == "key" ? ": the key of the resource, or \"*\" for all" : "")}");
        string? Optional(string key) => said.TryGetValue(key, out var node) ? Text(yaml, node, key) : null;
        var expires = AttestationsText.Day(Needed("expires")) ?? throw yaml.Error(said["expires"], "expires is no day such as 2027-12-31");
        return new(Needed("rule"), Needed("key"), Needed("reason"), Needed("owner"), expires, Place(item, name))
        {
            Environment = Optional("environment"),
            Ticket = Optional("ticket"),
            FactsHash = Optional("factsHash") is not { } hash ? null : Hash.IsMatch(hash) ? hash : throw yaml.Error(said["factsHash"], "factsHash is none; scanner waive writes it, and without it the waiver holds whatever the facts are"),
            Facts = said.TryGetValue("facts", out var facts) ? yaml.Entries(facts).ToDictionary(e => e.Key, e => yaml.Text(e.Value), StringComparer.Ordinal) : new(),
        };
    }

    private static string Text(YamlDocument yaml, YamlNode node, string key) =>
        yaml.Text(node).Trim() is { Length: > 0 and <= LongestText } text ? OneLine.Of(text) == text || key is "key" or "environment" ? text : OneLine.Of(text) : throw yaml.Error(node, $"{key} is no text of at most {LongestText} characters");

    private static SourceLocation Place(YamlNode item, string name) => new(name, (int)item.Start.Line, (int)item.Start.Column, (int)item.Start.Column + 1, "");

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash { get; }
}
