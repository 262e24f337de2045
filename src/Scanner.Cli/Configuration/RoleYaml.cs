using Scanner.Collect.Aws;
using YamlDotNet.RepresentationModel;

namespace Scanner.Cli.Configuration;

/// <summary>The roles of a target in scanner.yaml: an ARN, a mapping with what the role asks for, or a list of those.</summary>
internal static class RoleYaml
{
    /// <exception cref="UserErrorException">One cannot be used.</exception>
    public static IReadOnlyList<AwsRole> Read(YamlDocument yaml, YamlNode node) => node switch
    {
        YamlSequenceNode { Children.Count: 0 } => throw yaml.Error(node, "the list of roles is empty: leave assumeRole out, or name one"),
        YamlSequenceNode chain => [.. chain.Children.Select(r => Role(yaml, r))],
        _ => [Role(yaml, node)],
    };

    private static AwsRole Role(YamlDocument yaml, YamlNode node)
    {
        if (node is YamlScalarNode) return new(Sound(yaml, node, AwsRole.ArnProblem));
        var role = new AwsRole("");
        foreach (var (key, _, value) in yaml.Entries(node, "arn", "externalId", "sessionName"))
            role = key switch
            {
                "arn" => role with { Arn = Sound(yaml, value, AwsRole.ArnProblem) },
                "externalId" => role with { ExternalId = Sound(yaml, value, AwsRole.ExternalIdProblem) },
                _ => role with { SessionName = Sound(yaml, value, AwsRole.SessionNameProblem) },
            };
        return role.Arn.Length > 0 ? role : throw yaml.Error(node, "a role is named by its arn");
    }

    private static string Sound(YamlDocument yaml, YamlNode node, Func<string, string?> problem) =>
        problem(yaml.Text(node)) is { } wrong ? throw yaml.Error(node, wrong) : yaml.Text(node);
}
