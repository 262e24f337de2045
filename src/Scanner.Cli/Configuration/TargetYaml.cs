using Scanner.Collect;
using Scanner.Collect.Kubernetes;
using Scanner.Model.Snapshots;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>A target in scanner.yaml: its name, an AWS account, Kubernetes clusters.</summary>
internal static class TargetYaml
{
    /// <exception cref="UserErrorException">It cannot be used.</exception>
    public static LiveTarget Read(YamlDocument yaml, YamlNode node)
    {
        var target = new LiveTarget("") { Location = Location(yaml, node) };
        foreach (var (key, _, value) in yaml.Entries(node, "name", "aws", "kubernetes", "keepAll"))
            target = key switch
            {
                "name" => target with { Name = yaml.Text(value) },
                "aws" => target with { Aws = AwsYaml.Read(yaml, value) },
                "keepAll" => target with { KeepAll = yaml.Truth(value) },
                _ => target with { Clusters = ClusterYaml.Read(yaml, value) },
            };
        // whoever names nothing, or an EKS cluster alone, means the account of the credentials at hand
        if (target.Aws is null && target.Clusters.All(c => c is EksTarget)) target = target with { Aws = new([]) };
        return target.Name.Length > 0 ? target : target with { Name = target.Aws is null ? "kubernetes" : "aws" };
    }

    /// <summary>The target's line; null where the file lies outside the checkout, so that no finding could point to it.</summary>
    private static SourceLocation? Location(YamlDocument yaml, YamlNode node)
    {
        var line = File.ReadLines(yaml.File).ElementAt((int)node.Start.Line - 1);
        return Output.GitCheckout.PathOf(yaml.File) is { } file
            ? new(file, (int)node.Start.Line, (int)node.Start.Column, line.Length + 1, line.Trim())
            : null;
    }
}
