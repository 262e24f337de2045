using Scanner.Collect.Kubernetes;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>The clusters of a target in scanner.yaml: one, or a list.</summary>
internal static class ClusterYaml
{
    private const string Forms = "a cluster is named by context (and kubeconfig), by inCluster: true, or by eks (and region)";

    /// <exception cref="UserErrorException">One cannot be used.</exception>
    public static IReadOnlyList<KubernetesTarget> Read(YamlDocument yaml, YamlNode node) =>
        node is YamlSequenceNode { Children.Count: 0 } ? throw yaml.Error(node, $"the list of clusters is empty: leave kubernetes out, or name one; {Forms}")
        : node is YamlSequenceNode list ? [.. list.Children.Select(c => Cluster(yaml, c))] : [Cluster(yaml, node)];

    private static KubernetesTarget Cluster(YamlDocument yaml, YamlNode node)
    {
        var said = yaml.Entries(node, "context", "kubeconfig", "inCluster", "eks", "region").ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        return string.Join(' ', said.Keys.Order(StringComparer.Ordinal)) switch
        {
            "eks" or "eks region" => new EksTarget(yaml.Text(said["eks"]), said.TryGetValue("region", out var region) ? AwsYaml.Region(yaml, region) : null),
            "context" or "kubeconfig" or "context kubeconfig" => new KubeconfigTarget(Files(yaml, said), Text(yaml, said, "context")),
            "inCluster" when yaml.Text(said["inCluster"]) == "true" => new InClusterTarget(),
            _ => throw yaml.Error(node, Forms),
        };
    }

    private static string? Text(YamlDocument yaml, Dictionary<string, YamlNode> said, string key) => said.TryGetValue(key, out var node) ? yaml.Text(node) : null;

    private static IReadOnlyList<string> Files(YamlDocument yaml, Dictionary<string, YamlNode> said) =>
        said.TryGetValue("kubeconfig", out var node) ? [.. yaml.Texts(node).Select(f => Resolve(yaml, f))] : [];

    /// <summary>A path is relative to scanner.yaml; no shell has put in the home folder.</summary>
    private static string Resolve(YamlDocument yaml, string path) => path.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..])
        : Path.Combine(Path.GetDirectoryName(yaml.File) ?? "", path);
}
