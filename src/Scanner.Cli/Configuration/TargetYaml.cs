using Scanner.Collect;
using Scanner.Collect.Declared;
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
        foreach (var (key, _, value) in yaml.Entries(node, "name", "aws", "kubernetes", "declared", "cluster", "namespace", "release", "keepAll"))
            target = key switch
            {
                "name" => target with { Name = yaml.Text(value) },
                "aws" => target with { Aws = AwsYaml.Read(yaml, value) },
                "declared" => target with { Declared = [.. yaml.Texts(value).Select(f => Source(yaml, value, f))] },
                "cluster" => target with { Subject = target.Subject with { Cluster = yaml.Text(value) } },
                "namespace" => target with { Subject = target.Subject with { Namespace = yaml.Text(value) } },
                "release" => target with { Subject = target.Subject with { Release = yaml.Text(value) } },
                "keepAll" => target with { KeepAll = yaml.Truth(value) },
                _ => target with { Clusters = ClusterYaml.Read(yaml, value) },
            };
        // whoever names nothing, or an EKS cluster alone, means the account of the credentials at hand
        if (target.Aws is null && (target.Clusters.Count > 0 || target.Declared.Count == 0) && target.Clusters.All(c => c is EksTarget)) target = target with { Aws = new([]) };
        return target.Name.Length > 0 ? target : target with { Name = target.Subject.Cluster ?? (target.Aws is not null ? "aws" : target.Clusters.Count > 0 ? "kubernetes" : "declared") };
    }

    /// <summary>A path is relative to scanner.yaml, and may say before an equals sign what kind of file it is.</summary>
    private static DeclaredSource Source(YamlDocument yaml, YamlNode node, string text)
    {
        var at = text.IndexOf('=') is var equals && equals > 0 && DeclaredFiles.Formats.Contains(text[..equals]) ? equals + 1 : 0;
        var path = Path.Combine(Path.GetDirectoryName(yaml.File) ?? "", text[at..]);
        return File.Exists(path) || Directory.Exists(path) ? Inputs.Source(text[..at] + path) : throw yaml.Error(node, $"{text[at..]}: there is no such file");
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
