using Scanner.Cli.Artifacts;
using Scanner.Cli.Histories;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>The history in scanner.yaml: a place, or a place and how much of it is kept.</summary>
internal static class HistoryYaml
{
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static HistoryChoice Read(YamlDocument yaml, YamlNode node)
    {
        if (node is YamlScalarNode) return new(Place(yaml, node), null);
        HistoryChoice? choice = null;
        YamlNode? keep = null;
        foreach (var (key, _, value) in yaml.Entries(node, "place", "keep"))
            if (key == "place") choice = new(Place(yaml, value), null);
            else keep = value;
        if (choice is null) throw yaml.Error(node, "the history lacks its place: a folder, or s3://BUCKET/PREFIX");
        return keep is null ? choice : choice with { Limit = HistoryChoice.LimitOf(yaml.Text(keep)) ?? throw yaml.Error(keep, $"keep: '{yaml.Text(keep)}' is neither days such as 90d nor a number of checks") };
    }

    private static string Place(YamlDocument yaml, YamlNode node) => yaml.Text(node) is not { Length: > 0 } text ? throw yaml.Error(node, "the history's place is empty")
        : ArtifactAddress.IsRemote(text) ? text : Path.Combine(Path.GetDirectoryName(yaml.File) ?? "", text);
}
